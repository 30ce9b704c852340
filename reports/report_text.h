// The sentences that every form of the report says in the same words.
#pragma once

#include <string>
#include <vector>

#include "reports/edition_answers.h"

namespace planmark {

// "DRAFT: What the plans say about children and young people, 2023": of drafts it says so.
std::string report_title(const EditionAnswers& answers);

inline constexpr const char* draft_warning = "Draft figures.";
inline constexpr const char* draft_explanation =
    "They are made from the program's proposals. No person has confirmed the answers behind them, and they "
    "must "
    "not be published as findings.";

// How the figures were made and what they do not say, a paragraph each.
std::vector<std::string> method_of(const EditionAnswers& answers);

}  // namespace planmark
