#include "workbench/password.h"

#include <argon2.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/format.h"
#include "base/utf8.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

constexpr std::uint32_t passes = 2, memory_kib = 19 * 1024, lanes = 1;
constexpr std::size_t salt_bytes = 16, hash_bytes = 32;

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

Result<std::string> hash_password(std::string_view password, std::string_view name) {
  if (characters_of(password) < least_password_characters)
    return failure(ProblemKind::bad_input,
                   format("a password has at least {} characters", least_password_characters), "",
                   "three or four words are easy to remember and hard to guess");
  if (password.size() > most_password_bytes)
    return failure(ProblemKind::bad_input, format("a password has at most {} bytes", most_password_bytes));
  if (lower_ascii(password) == lower_ascii(name))
    return failure(ProblemKind::bad_input, "a password is not the sign-in name");
  const auto salt = random_bytes(salt_bytes);
  if (!salt) return tl::unexpected(salt.error());
  std::array<char, 256> encoded{};
  const int code =
      argon2id_hash_encoded(passes, memory_kib, lanes, password.data(), password.size(), salt->data(),
                            salt->size(), hash_bytes, encoded.data(), encoded.size());
  if (code != ARGON2_OK)
    return failure(ProblemKind::internal,
                   format("the password cannot be kept: {}", argon2_error_message(code)));
  return std::string(encoded.data());
}

bool password_fits(std::string_view password, const std::string& hash) {
  if (password.size() > most_password_bytes) return false;
  // A hash of nothing that anybody knows: it costs what a real one does.
  static constexpr const char* nobody =
      "$argon2id$v=19$m=19456,t=2,p=1$cGxhbm1hcmsgbm9ib2R5IQ$"
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const char* against = hash.empty() ? nobody : hash.c_str();
  const bool fits = argon2id_verify(against, password.data(), password.size()) == ARGON2_OK;
  return fits && !hash.empty();
}

}  // namespace planmark
