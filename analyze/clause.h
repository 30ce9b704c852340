// The clauses of sentences: what is said in one is said of the topics in it.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace planmark {

// Where the clauses of a text end: at semicolons, colons, cell borders and words like "but". Spans are of it.
class ClauseBreaks {
 public:
  explicit ClauseBreaks(std::string_view text);

  // The part of a sentence between breaks that holds `topic`. Requires: the sentence holds the topic.
  Span clause_of(Span sentence, Span topic) const;

 private:
  std::vector<Span> breaks_;  // in text order
};

}  // namespace planmark
