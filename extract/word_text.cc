#include "extract/word_text.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace planmark {
namespace {

constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
         (c >= 0x202A && c <= 0x202E) || c == 0xFEFF;
}

bool is_space(char32_t c) {
  return c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == '\t';
}

}  // namespace

std::string word_text(std::string_view printed) {
  std::string text;
  text.reserve(printed.size());
  for (std::size_t at = 0; at < printed.size();) {
    const DecodedCharacter c = decode_at(printed, at);
    at += c.size;
    if (is_space(c.value)) {
      if (!text.empty() && text.back() != ' ') text += ' ';
    } else if (c.value >= 0xFB00 && c.value <= 0xFB06) {
      text += ligatures[c.value - 0xFB00];
    } else if (c.value == 0x2010 || c.value == 0x2011) {
      text += '-';
    } else if (!is_dropped(c.value)) {
      append_utf8(text, c.value);
    }
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

inline namespace latin {

// In Latin-1 the cases lie 0x20 apart; in Latin Extended-A they mostly alternate, which is near enough for
// layout.
bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c <= 0x17F && c % 2 == 0);
}

bool is_lower(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
         (c >= 0x100 && c <= 0x17F && c % 2 == 1);
}

bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }

}  // namespace latin

}  // namespace planmark
