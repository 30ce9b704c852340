// Every system by every question with one answer, as an HTML table: where a criterion is strong and where
// nobody looked. Each cell holds its answer in a letter as well as in a colour.
#pragma once

#include <string>

#include "analyze/rule_book.h"
#include "reports/edition_answers.h"

namespace planmark {

// Of the questions of `part` with the answers Yes, To some extent and No, or yes and no. Empty where there
// are none.
std::string heat_map_html(const EditionAnswers& answers, const RuleBook& rules, const std::string& part);

}  // namespace planmark
