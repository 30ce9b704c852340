// Runs every example of the lexicons: what each concept must find and must not, and what each question must
// come to.
#pragma once

#include <vector>

#include "analyze/lexicon_source.h"

namespace planmark {

struct ExampleReport {
  std::size_t sentences = 0, questions = 0;  // examples run
  std::vector<Problem> failed;
  std::vector<Problem> gaps;    // recorded as known gaps, and still so
  std::vector<Problem> closed;  // recorded as known gaps, and as they should be: no gaps any more
};

ExampleReport try_lexicons(const LexiconSource& source);

}  // namespace planmark
