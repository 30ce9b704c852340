// An evaluation for a person at a terminal: the totals first, then each criterion, question and document.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/evaluation.h"

namespace planmark {

std::string evaluation_text(const Evaluation& evaluation, std::size_t width);

// Every answer that is not right, a line each: document, question, gold answer, draft.
std::string errors_text(const Evaluation& evaluation, std::size_t width);

// What got better and worse since the drafts of `earlier` (a file's name), a line each.
std::string changes_text(const std::vector<JudgedChange>& changed, const std::string& earlier,
                         std::size_t width);

}  // namespace planmark
