// The one door to ICU: characters, normal form, sentence breaks. Everything takes and gives UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

bool is_alphanumeric(
    char32_t character);  // letters and decimal digits of any script; not marks, not superscripts
bool is_upper(char32_t character);
bool is_lower(char32_t character);

// True when no letter or digit touches a letter or digit across the place: the edge of a word, or no word at
// all. Requires: `at` is a character boundary of `text`.
bool on_word_edge(std::string_view text, std::size_t at);

// Text in normal form NFKC. Superscripts and subscripts (footnote marks, trade marks) and the marks that NFKC
// would turn into two (acute accent, double primes) stay as printed. `back` is as in FoldedText
// (analyze/fold.h).
struct NormalText {
  std::string text;
  std::vector<std::uint32_t> back;
};
NormalText normal_form(std::string_view text);

// Text in NFKC, superscripts and all: for comparing texts, not for positions. Unchanged where ICU fails.
std::string compatible_form(std::string_view text);

// Sentence boundaries by the rules of Unicode for British English, before anything is known of abbreviations.
// Making one is slow, using it is fast; not for use by two threads at once.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(const SentenceBreaker&) = delete;
  SentenceBreaker& operator=(const SentenceBreaker&) = delete;

  // Offsets strictly inside the text where a sentence begins, ascending.
  std::vector<std::uint32_t> breaks(std::string_view text);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
