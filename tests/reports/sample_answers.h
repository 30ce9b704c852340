// Answers of an edition, written as they are read: "Yes", "survey; focus groups", "(blank)".
#pragma once

#include <string>
#include <vector>

#include "reports/edition_answers.h"

namespace planmark {

// COP-01, a rag question, and COP-05, of several options; both of strategies.
RuleBook sample_survey();

// The answers of Ayle, Bray, Corve, ... to one question of sample_survey(). "(blank)", "(no document)",
// "(unreadable)" and "(cannot tell)" stand for what is missing.
EditionAnswers sample_answers(const std::string& question, const std::vector<const char*>& answers,
                              Basis basis = Basis::confirmed);

}  // namespace planmark
