#include "extract/item_marker.h"

#include "base/utf8.h"
#include "extract/word_text.h"

namespace planmark {

bool is_bullet(std::string_view word) {
  if (word.empty() || word.size() > 4) return false;
  const DecodedCharacter sign = decode_at(word, 0);
  if (sign.size != word.size()) return false;
  const auto between = [&](char32_t first, char32_t last) {
    return sign.value >= first && sign.value <= last;
  };
  // Bullets proper, arrows, geometric shapes, stars and ticks, and the signs that typists use for them.
  return is_private_use(sign.value) || between(0x2022, 0x2023) || sign.value == 0x2043 ||
         sign.value == 0x2219 || between(0x2190, 0x21FF) || between(0x25A0, 0x27BF) ||
         between(0x2900, 0x297F) || between(0x2B00, 0x2BFF) ||
         std::u32string_view(U"o*-–—·§").find(sign.value) != std::u32string_view::npos;
}

bool is_enumerator(std::string_view word) {
  const bool opened = word.starts_with('(');
  if (opened) word.remove_prefix(1);
  const bool closed = word.ends_with(')') || word.ends_with('.') || word.ends_with(':');
  if (closed) word.remove_suffix(1);
  if (word.empty() || word.size() > 8) return false;
  const auto all = [&](std::string_view set) {
    return word.find_first_not_of(set) == std::string_view::npos;
  };
  if (all("0123456789."))
    return word.front() != '.' && (closed ? word.size() <= 8 : word.find('.') != word.npos);
  if (!closed) return false;
  return (word.size() == 1 && is_letter(static_cast<unsigned char>(word[0]))) || all("ivx") || all("IVX");
}

}  // namespace planmark
