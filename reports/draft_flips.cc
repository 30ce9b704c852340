#include "reports/draft_flips.h"

#include <algorithm>
#include <map>

namespace planmark {
namespace {

// A draft of a question that is asked no more is told by what it holds.
std::string answer_of(const Draft& draft, const RuleBook& rules) {
  const Question* question = rules.find_question(draft.question);
  const Answer& answer = draft.answer;
  if (question != nullptr) return to_text(answer, question->type);
  if (answer.not_assessed || !answer.value.empty()) return to_text(answer, AnswerType::rag);
  return to_text(answer, answer.role.empty() && answer.person.empty() ? AnswerType::multi_select
                                                                      : AnswerType::named_person);
}

}  // namespace

std::vector<DraftFlip> draft_flips(const std::vector<Draft>& before, const std::vector<Draft>& after,
                                   const std::vector<Decision>& decisions, const RuleBook& rules) {
  std::map<std::string, std::string> earlier, standing;
  for (const Draft& draft : before) earlier[draft.question] = answer_of(draft, rules);
  for (const Decision& decision : decisions)
    standing[decision.question] = decision.action == "cannot tell" ? "" : decision.answer;
  std::vector<DraftFlip> flips;
  for (const Draft& draft : after) {
    const std::string now = answer_of(draft, rules);
    const auto then = earlier.extract(draft.question);
    const std::string was = then.empty() ? "" : then.mapped();
    if (was != now) flips.push_back({draft.question, was, now, standing[draft.question]});
  }
  for (const Draft& draft : before)
    if (const auto gone = earlier.find(draft.question); gone != earlier.end())
      flips.push_back({draft.question, gone->second, "", standing[draft.question]});
  return flips;
}

}  // namespace planmark
