// Every place where one term stands in a document: for people who weigh a term before they add it.
#pragma once

#include <string>
#include <vector>

#include "analyze/match.h"
#include "analyze/term_pattern.h"
#include "base/result.h"
#include "extract/document.h"

namespace planmark {

// Finds what a term of a lexicon would find, or with `is_pattern` a pattern in any letter case. Errors:
// bad_input (a term without a letter or digit, a pattern that cannot be used).
Result<Matcher> matcher_of(const std::string& term, bool is_pattern, const Inflections& inflections);

struct Occurrence {
  Span span;
  Span sentence;
  std::uint32_t page = 0;  // 0-based
  BlockKind kind = BlockKind::paragraph;
};

// In text order; running heads and feet too.
std::vector<Occurrence> occurrences(const Document& document, const Matcher& matcher);

}  // namespace planmark
