// Answers as one line of text, read back: what decisions and tables keep.
#pragma once

#include <string_view>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "base/result.h"

namespace planmark {

// What to_text(Answer, type) gave, back again. Options are spelt as in the survey, in any case; "other: ..."
// is kept as it stands. Errors: bad_input, an answer that the question cannot have; `fix` names those it can.
Result<Answer> answer_of(std::string_view text, const Question& question);

}  // namespace planmark
