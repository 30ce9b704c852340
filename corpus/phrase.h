// Words of a title or file name, folded so that spelling variants meet: lower case, "&" as "and", curly
// apostrophes straight, every dash, underscore and full stop a gap. For short texts; plans themselves are
// folded by analyze/fold.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace planmark {

struct FoldedWord {
  std::string text;
  Span span;  // in the text that was folded
  friend bool operator==(const FoldedWord&, const FoldedWord&) = default;
};

// Letters and digits form words; letters that are not ASCII are kept as they are.
std::vector<FoldedWord> folded_words(std::string_view text);

// The folded words alone: "Stoke-on-Trent" -> {"stoke", "on", "trent"}.
std::vector<std::string> phrase_words(std::string_view phrase);

// Index of the first of `phrase`'s words in `words` at or after `from`, or words.size().
std::size_t find_phrase(const std::vector<FoldedWord>& words, const std::vector<std::string>& phrase,
                        std::size_t from = 0);

}  // namespace planmark
