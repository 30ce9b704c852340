// What is suspicious in lexicons that load: advice for those who own the words, none of it a mistake.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/lexicon_source.h"

namespace planmark {

enum class LintKind : std::uint8_t {
  duplicate,    // two concepts look for the same
  two_options,  // a term of one option of a question names another option too
  cancelled,    // a term that a negative rule of its concept always takes away
  redundant,    // a broader rule of the concept finds all that the term finds
  unfired,      // rules that no example fires
  unused        // a concept that no question uses
};

struct LintFinding {
  LintKind kind = LintKind::duplicate;
  Problem problem;  // file, line and caret, as mistake_at() gives them
};

// Terms are judged by their own words as they are written, patterns by the examples alone. Cues, which many
// steps use, are not looked at for `unused`, nor for `two_options`. Sorted by kind; in each kind in the order
// of the files.
std::vector<LintFinding> lint(const LexiconSource& source);

}  // namespace planmark
