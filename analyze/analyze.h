// Document in, draft answers out. analyze.cc reads as the list of steps: a newcomer starts there.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "analyze/match.h"
#include "analyze/rule_book.h"
#include "extract/document.h"

namespace planmark {

// Whether the question, or any question, is asked of documents of this part ("strategy", "plan").
bool is_asked_of(const Question& question, const std::string& part);
bool is_asked_of(const RuleBook& rules, const std::string& part);

// Drafts an answer to each question that the rule book asks of `part` ("strategy", "plan"). Of any other part
// nothing is asked (easy reads and engagement reports are not plans): it is given its sentences, and nothing
// is looked for in it. Same document, rules and part: same analysis, byte for byte.
Analysis analyze(const Document& document, const RuleBook& rules, const Matcher& matcher,
                 const std::string& part);

}  // namespace planmark
