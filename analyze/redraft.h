// The draft of one question as it would be if the document did not say what a person has rejected.
//
// A quote may be rejected because it was misread, is not about the question, or does not count. It is then
// taken out: its words, and every mention in it, for this question and this once; everything else is decided
// as always. To untick a clause is to reject the quotes that decide it.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "extract/document.h"

namespace planmark {

// Requires: `analysis` was made from `document` with `rules`, and holds its sentences and mentions; the spans
// lie in the document's text; `question` is one of the rule book's. With nothing rejected: the draft that
// analyze() makes.
Draft draft_without(const Document& document, const Analysis& analysis, const RuleBook& rules,
                    const Question& question, const std::vector<Span>& rejected);

}  // namespace planmark
