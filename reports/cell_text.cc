#include "reports/cell_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "reports/csv_line.h"

namespace planmark {
namespace {

std::size_t units_of(char32_t character) { return character > 0xFFFF ? 2 : 1; }

bool is_kept(char32_t character) {
  return character == '\n' ||
         (character >= 0x20 && character != 0x7F && character != 0xFFFE && character != 0xFFFF);
}

}  // namespace

std::string cell_text(std::string_view text) {
  const bool is_plain = text.size() < most_cell_units &&
                        std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
  if (is_plain) return without_formula(text);
  constexpr std::size_t room = most_cell_units - cut_mark.size() - 1;  // and an apostrophe
  std::string kept;
  std::size_t units = 0, cut_at = 0;
  for (std::size_t at = 0; at < text.size();) {
    DecodedCharacter character = decode_at(text, at);
    at += character.size;
    if (character.value == '\t') character.value = ' ';
    if (!is_kept(character.value)) continue;
    units += units_of(character.value);
    append_utf8(kept, character.value);
    if (units <= room) cut_at = kept.size();
  }
  if (units >= most_cell_units) kept = kept.substr(0, cut_at).append(cut_mark);
  return without_formula(kept);
}

}  // namespace planmark
