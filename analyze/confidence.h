// How sure a draft is, as points that settings give (lexicons/README.md, the keys that begin with sure_).
//
// Points for the outcome alone, for each quote beyond the first, and for quotes on three pages or more, less
// some where the decider found a doubt: a draft has it by coming in with low confidence. Which points, and
// from how many on confidence is medium or high, was measured on drafts of plans that no rule had been made
// for.
#pragma once

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "extract/document.h"

namespace planmark {

// What the points come to. A question whose type has no such settings keeps what its decider said.
Confidence weighed_confidence(const Draft& draft, const Question& question, const Document& document);

}  // namespace planmark
