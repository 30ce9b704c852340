// The right half of the desk: the question, the draft with its clauses and quotes, and the form of the
// answer.
#pragma once

#include <optional>

#include "workbench/desk.h"
#include "workbench/view.h"

namespace planmark {

// Fills part_draft.html. `redrafted`: made anew without quotes that were rejected, and so not the one that is
// stored. Says nothing of the draft where the desk hides it.
View draft_view(const Desk& desk, const Draft& draft, bool redrafted);

// Fills the rest of desk.html: question, quotes with what was said of them before, choices, history.
View answer_view(const Desk& desk, const Draft& draft);

struct EarlierAnswer {
  std::string edition, answer, comment, desk;  // desk: its address
};
void add_earlier(View& view, const std::optional<EarlierAnswer>& earlier);

}  // namespace planmark
