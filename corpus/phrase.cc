#include "corpus/phrase.h"

#include <algorithm>

#include "base/utf8.h"

namespace planmark {
namespace {

bool is_ascii_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u2018'; }

// Latin, Greek and other letters; the general punctuation block and Latin-1 signs are gaps.
bool is_other_letter(char32_t c) {
  return c >= U'\u00C0' && c != U'\u00D7' && c != U'\u00F7' && !(c >= U'\u2000' && c <= U'\u2BFF') &&
         !(c >= U'\u3000' && c <= U'\u303F') && c != U'\uFFFD' && c != U'\uFEFF';
}

char lower(char32_t c) { return static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c); }

}  // namespace

std::vector<FoldedWord> folded_words(std::string_view text) {
  std::vector<FoldedWord> words;
  bool inside = false;
  const auto extend = [&](std::string_view letters, Span span) {
    if (!inside) words.push_back({"", {span.begin, span.begin}});
    words.back().text += letters;
    words.back().span.end = span.end;
    inside = true;
  };
  for (std::uint32_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_at(text, at);
    const Span span{at, at + character.size};
    at = span.end;
    if (is_ascii_word(character.value)) {
      extend(std::string(1, lower(character.value)), span);
    } else if (is_other_letter(character.value)) {
      extend(slice(text, span), span);
    } else if (is_apostrophe(character.value) && inside && at < text.size() &&
               is_ascii_word(decode_at(text, at).value)) {
      extend("'", span);
    } else {
      inside = false;
      if (character.value == U'&') words.push_back({"and", span});
    }
  }
  return words;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (FoldedWord& word : folded_words(phrase)) words.push_back(std::move(word.text));
  return words;
}

std::size_t find_phrase(const std::vector<FoldedWord>& words, const std::vector<std::string>& phrase,
                        std::size_t from) {
  if (phrase.empty() || from >= words.size()) return words.size();
  const auto found = std::search(
      words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), phrase.begin(), phrase.end(),
      [](const FoldedWord& word, const std::string& text) { return word.text == text; });
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace planmark
