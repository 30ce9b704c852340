#include "reports/named_id.h"

#include <cstdint>

#include "base/format.h"
#include "base/sha256.h"

namespace planmark {
namespace {

std::uint32_t digit(char c) {
  return static_cast<std::uint32_t>(c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0');
}

}  // namespace

std::string uuid_of(std::string_view name) {
  std::string hex = sha256_hex(name).substr(0, 32);
  hex[12] = '8';                          // version
  hex[16] = "89ab"[digit(hex[16]) & 3U];  // variant
  return format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4),
                hex.substr(20));
}

std::string address_by_hash(std::string_view sha256) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string address = "ni:///sha-256;";
  std::uint32_t held = 0, bits = 0;
  for (const char c : sha256) {
    held = held << 4U | digit(c);
    for (bits += 4; bits >= 6; bits -= 6) address += digits[held >> (bits - 6) & 63U];
  }
  if (bits > 0) address += digits[held << (6 - bits) & 63U];
  return address;
}

}  // namespace planmark
