#include "extract/html_encoding.h"

#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {
namespace {

// Of the bytes 0x80 to 0x9F; zero where Windows-1252 has no character.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text += c;
    else if (byte >= 0xA0)
      append_utf8(text, byte);
    else
      append_utf8(text, windows_1252[byte - 0x80u] ? char32_t{windows_1252[byte - 0x80u]} : U'\uFFFD');
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
  }
  return text;
}

// <meta charset=...>, or the same inside <meta content=...>: browsers look at the first 1,024 bytes too.
bool says_utf8(std::string_view bytes) {
  const std::string start = lower_ascii(bytes.substr(0, 1024));
  std::size_t at = start.find("charset=");
  if (at == std::string::npos) return false;
  at = start.find_first_not_of("\"' ", at + 8);
  return at != std::string::npos && start.compare(at, 4, "utf-") == 0;
}

}  // namespace

std::string utf8_of_web_page(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.remove_prefix(3);
  if (is_valid_utf8(bytes)) return std::string(bytes);
  return marked || says_utf8(bytes) ? repaired_utf8(bytes) : from_windows_1252(bytes);
}

}  // namespace planmark
