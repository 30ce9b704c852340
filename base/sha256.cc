#include "base/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace planmark {
namespace {

constexpr std::size_t digest_size = 32;

// Looked up once: that takes longer than to hash a short text.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> sha256(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                 EVP_MD_free);
  return sha256.get();
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, digest_size> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr);
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(digest.size() * 2);
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

}  // namespace planmark
