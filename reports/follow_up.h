// Questions that are asked only where another was not answered No: "(If a safeguarding lead is named) Is
// ...".
//
// Which they are is data: corpus/register/follow_ups.tsv with the columns question and after, the latter one
// question or several with "; " between. Where every one of these was answered No, no, None or "not named",
// the question does not apply: without an answer, or with another No, it is told apart from what nobody
// answered and counts towards no base. An answer that claims something all the same contradicts its filter:
// it is counted and named (reports/guards.h).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/edition_answers.h"

namespace planmark {

struct FollowUp {
  std::string question;
  std::vector<std::string> after;
};

// Errors: bad_input naming file:line (an unknown question, one that is asked of another part, one that stands
// twice), and those of read_tsv().
Result<std::vector<FollowUp>> load_follow_ups(const std::filesystem::path& folder, const RuleBook& rules);

// Sets Missing::not_applicable where it holds, and gives what contradicts: "Ayle, plan: LEAD-05 is answered
// yes, though LEAD-04 is not named".
std::vector<std::string> apply_follow_ups(const std::vector<FollowUp>& follow_ups, const RuleBook& rules,
                                          EditionAnswers& answers);

}  // namespace planmark
