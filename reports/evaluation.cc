#include "reports/evaluation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace planmark {
namespace {

using Key = std::pair<std::string, std::string>;  // stem, question

std::map<Key, const DraftAnswer*> by_key(const std::vector<DraftAnswer>& drafts) {
  std::map<Key, const DraftAnswer*> found;
  for (const DraftAnswer& draft : drafts) found[{draft.stem, draft.question}] = &draft;
  return found;
}

std::map<std::string, std::size_t> places_in_survey(const RuleBook& rules) {
  std::map<std::string, std::size_t> places;
  for (const Question& question : rules.questions) places.emplace(question.id, places.size());
  return places;
}

using Groups = std::vector<std::pair<std::string, Figures>>;

// Groups in the order in which their names come.
void add_to(Groups& groups, const std::string& name, const JudgedAnswer& judged) {
  auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.first == name; });
  if (found == groups.end()) found = groups.insert(groups.end(), {name, {}});
  found->second.add(judged);
}

void group(Evaluation& evaluation, const RuleBook& rules) {
  for (const JudgedAnswer& judged : evaluation.answers) {
    evaluation.total.add(judged);
    add_to(evaluation.documents, judged.stem, judged);
  }
  std::vector<const JudgedAnswer*> in_survey_order;
  for (const JudgedAnswer& judged : evaluation.answers) in_survey_order.push_back(&judged);
  const auto places = places_in_survey(rules);
  std::stable_sort(in_survey_order.begin(), in_survey_order.end(),
                   [&](const JudgedAnswer* a, const JudgedAnswer* b) {
                     return places.at(a->question) < places.at(b->question);
                   });
  for (const JudgedAnswer* judged : in_survey_order) {
    add_to(evaluation.criteria, judged->criterion, *judged);
    add_to(evaluation.questions, judged->question, *judged);
  }
}

void sort_answers(std::vector<JudgedAnswer>& answers, const RuleBook& rules) {
  const auto places = places_in_survey(rules);
  std::sort(answers.begin(), answers.end(), [&](const JudgedAnswer& a, const JudgedAnswer& b) {
    return std::make_tuple(std::cref(a.stem), places.at(a.question)) <
           std::make_tuple(std::cref(b.stem), places.at(b.question));
  });
}

}  // namespace

void Figures::add(const JudgedAnswer& judged) {
  ++answers;
  if (judged.missing) ++missing;
  if (judged.abstained) ++abstained;
  right.add(judged.right);
  if (judged.type == AnswerType::rag) rag.add(judged.gold_category, judged.draft_category);
  if (judged.type == AnswerType::yes_no) yes_no.add(judged.gold_category, judged.draft_category);
  if (judged.type == AnswerType::single_select) single.add(judged.right);
  if (judged.type == AnswerType::named_person) lead_status.add(judged.right);
  if (judged.person_right) lead_person.add(*judged.person_right);
  options.right += judged.options.right;
  options.wrong += judged.options.wrong;
  options.missed += judged.options.missed;
  if (judged.wants_evidence) evidence_hits.add(judged.hit());
  quotes.good += judged.fitting_quotes;
  quotes.all += judged.quotes;
  if (!judged.confidence.empty()) by_confidence[judged.confidence].add(judged.right);
}

Result<Evaluation> evaluate(const std::vector<GoldAnswer>& gold, const std::vector<DraftAnswer>& drafts,
                            const RuleBook& rules) {
  const auto found = by_key(drafts);
  std::set<std::string> not_asked, without_draft, drafted;
  for (const DraftAnswer& draft : drafts) drafted.insert(draft.stem);
  Evaluation evaluation;
  for (const GoldAnswer& answer : gold) {
    if (!drafted.contains(answer.stem)) without_draft.insert(answer.stem);
    const Question* question = rules.find_question(answer.question);
    if (question == nullptr) not_asked.insert(answer.question);
    if (question == nullptr || question->type == AnswerType::free_text) continue;
    const auto draft = found.find({answer.stem, answer.question});
    auto judged = judge(answer, draft == found.end() ? nullptr : draft->second, *question);
    if (!judged) return tl::unexpected(judged.error());
    evaluation.answers.push_back(std::move(*judged));
  }
  sort_answers(evaluation.answers, rules);
  group(evaluation, rules);
  evaluation.not_asked.assign(not_asked.begin(), not_asked.end());
  evaluation.without_draft.assign(without_draft.begin(), without_draft.end());
  return evaluation;
}

std::vector<JudgedChange> changes(const Evaluation& before, const Evaluation& after) {
  std::map<Key, const JudgedAnswer*> earlier;
  for (const JudgedAnswer& judged : before.answers) earlier[{judged.stem, judged.question}] = &judged;
  const auto worth = [](const JudgedAnswer& judged) {
    return std::make_tuple(judged.right, nearness(judged), judged.hit());
  };
  std::vector<JudgedChange> found;
  for (const JudgedAnswer& now : after.answers) {
    const auto then = earlier.find({now.stem, now.question});
    if (then == earlier.end() || worth(*then->second) == worth(now)) continue;
    found.push_back({*then->second, now, worth(*then->second) < worth(now)});
  }
  return found;
}

}  // namespace planmark
