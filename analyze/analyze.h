// Document in, draft answers out. analyze.cc reads as the list of steps: a newcomer starts there.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "extract/document.h"

namespace planmark {

// Drafts an answer to each question that the rule book asks of `part` ("strategy", "plan"). Any other part is
// given sentences and mentions, and no drafts: easy reads and engagement reports are not plans. Same
// document, rules and part: same analysis, byte for byte.
Analysis analyze(const Document& document, const RuleBook& rules, const Matcher& matcher,
                 const std::string& part);

}  // namespace planmark
