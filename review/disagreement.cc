#include "review/disagreement.h"

#include <algorithm>
#include <map>

#include "review/answer_check.h"
#include "review/database.h"
#include "review/decision_store.h"

namespace planmark {
namespace {

struct Marks {
  const Decision* first = nullptr;
  const Decision* second = nullptr;
  const Decision* adjudication = nullptr;
};

std::vector<std::string_view> sorted_options(const std::string& answer) {
  std::vector<std::string_view> options = options_in(answer);
  std::sort(options.begin(), options.end());
  return options;
}

// An adjudication between marks that have been followed by others decides nothing between those.
bool is_settled(const MarkedTwice& marks) {
  return marks.agree || (marks.adjudication && marks.adjudication->first_mark == marks.first.number &&
                         marks.adjudication->second_mark == marks.second.number);
}

}  // namespace

bool same_answer(const Decision& a, const Decision& b) {
  const bool neither_tells = a.action == "cannot tell" && b.action == "cannot tell";
  const bool both_tell = a.action != "cannot tell" && b.action != "cannot tell";
  return neither_tells || (both_tell && sorted_options(a.answer) == sorted_options(b.answer));
}

Result<std::vector<MarkedTwice>> marked_twice(const Workspace& workspace, const RuleBook& rules) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  const auto all = look.commit(stored_decisions(
      look, "(document, question) IN (SELECT document, question FROM decision WHERE mark = 'second')"));
  if (!all) return tl::unexpected(all.error());
  std::map<std::pair<std::string, std::ptrdiff_t>, Marks> by_question;
  for (const Decision& decision : *all) {
    const Question* question = rules.find_question(decision.question);
    if (!question || question->type == AnswerType::free_text) continue;
    Marks& marks = by_question[{decision.sha256, question - rules.questions.data()}];
    (decision.mark == Mark::first    ? marks.first
     : decision.mark == Mark::second ? marks.second
                                     : marks.adjudication) = &decision;
  }
  std::vector<MarkedTwice> found;
  for (const auto& [key, marks] : by_question) {
    if (!marks.first || !marks.second) continue;
    MarkedTwice& twice = found.emplace_back();
    twice.first = *marks.first;
    twice.second = *marks.second;
    if (marks.adjudication) twice.adjudication = *marks.adjudication;
    twice.agree = same_answer(twice.first, twice.second);
  }
  return found;
}

Result<std::vector<MarkedTwice>> open_disagreements(const Workspace& workspace, const RuleBook& rules) {
  return marked_twice(workspace, rules).map([](std::vector<MarkedTwice> found) {
    std::erase_if(found, is_settled);
    return found;
  });
}

}  // namespace planmark
