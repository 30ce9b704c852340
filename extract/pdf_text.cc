#include "extract/pdf_text.h"

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {

bool is_control(unsigned character) { return character < 0x20 || (character >= 0x7F && character < 0xA0); }

std::string utf8_of(std::span<const unsigned> characters) {
  std::string text;
  for (const unsigned c : characters) {
    const bool scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    if (c != 0) append_utf8(text, scalar && !is_control(c) ? static_cast<char32_t>(c) : U'\uFFFD');
  }
  return text;
}

std::string iso_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  if (date.size() < 8 || date.substr(0, 8).find_first_not_of("0123456789") != std::string_view::npos)
    return {};
  return format("{}-{}-{}", date.substr(0, 4), date.substr(4, 2), date.substr(6, 2));
}

}  // namespace planmark
