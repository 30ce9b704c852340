#include "extract/block_text.h"

#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {

std::string text_of(const DraftBlock& block) {
  std::string text;
  for (const Line& line : block.lines)
    for (const LineWord& word : line.words) {
      if (!text.empty()) text += ' ';
      text += word.text;
    }
  return text;
}

std::string lower_text_of(const DraftBlock& block) { return lower_ascii(text_of(block)); }

std::size_t characters_in(const DraftBlock& block) {
  std::size_t characters = 0;
  for (const Line& line : block.lines) characters += line.characters;
  return characters;
}

char last_mark(const Line& line) {
  std::string_view text = line.words.back().text;
  for (const std::string_view closing : {"”", "’", "\"", "'", ")", "]"})
    if (text.size() > closing.size() && text.ends_with(closing)) text.remove_suffix(closing.size());
  return text.back();
}

bool ends_sentence(const Line& line) {
  const char last = last_mark(line);
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
}

char32_t first_character(const Line& line) { return decode_at(line.words.front().text, 0).value; }

}  // namespace planmark
