// One draft held against one gold answer.
//
// Where two readers differed (GoldAnswer::alternative) either is right; of options only those that both chose
// are asked for, and those that either chose are allowed. A draft that is missing is wrong (of a yes/no
// question it counts as "no"). What evidence is worth is judged on the first three quotes, and only where the
// gold answer says more than No.
#pragma once

#include <optional>
#include <string>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/agreement.h"
#include "reports/given_answer.h"

namespace planmark {

struct JudgedAnswer {
  std::string stem{}, question{}, criterion{};
  AnswerType type = AnswerType::rag;
  std::string gold{}, draft{};  // in one line, for people; an empty draft is missing
  std::string confidence{};
  bool missing = false;
  bool abstained = false;  // "Not assessed"
  bool right = false;      // of a lead: its status

  // rag: No 0, To some extent 1, Yes 2; yes_no: no 0, yes 1.
  std::size_t gold_category = 0, draft_category = 0;
  Retrieved options{};                 // multi_select
  std::optional<bool> person_right{};  // of a lead whose person the gold answer names
  bool wants_evidence = false;
  std::size_t quotes = 0, fitting_quotes = 0;  // of the first three

  bool hit() const { return fitting_quotes > 0; }
};

// A quote fits when it shares half its words, in order, with one of the gold answer's (shared_words.h).
// `draft` may be nullptr. Requires: the question's type is not free_text. Errors: bad_input for a gold answer
// that the question cannot have.
Result<JudgedAnswer> judge(const GoldAnswer& gold, const DraftAnswer* draft, const Question& question);

// How near the draft comes, 0 to 1: for telling better from worse where neither is right.
double nearness(const JudgedAnswer& judged);

}  // namespace planmark
