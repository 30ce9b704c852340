#include "analyze/confidence.h"

#include <algorithm>
#include <set>

#include "analyze/question_settings.h"

namespace planmark {
namespace {

// The middle of a setting's name: sure_yes, sure_some, sure_no, sure_absent.
std::string outcome_of(const Draft& draft, AnswerType type) {
  const bool absent = std::any_of(draft.clauses.begin(), draft.clauses.end(),
                                  [](const Clause& clause) { return clause.id == "absence" && clause.met; });
  if (absent) return "absent";
  if (type == AnswerType::multi_select) return draft.answer.values.empty() ? "no" : "yes";
  if (draft.answer.value == "No" || draft.answer.value == "no") return "no";
  return draft.answer.value == "To some extent" ? "some" : "yes";
}

bool is_spread(const Draft& draft, const Document& document) {
  constexpr std::size_t kPages = 3;
  std::set<std::uint32_t> pages;
  for (const Evidence& evidence : draft.evidence) pages.insert(page_at(document, evidence.span.begin));
  return pages.size() >= kPages;
}

}  // namespace

Confidence weighed_confidence(const Draft& draft, const Question& question, const Document& document) {
  const auto points = [&](const std::string& key) { return number_of(question.settings, key); };
  if (points("sure_high") <= 0 || draft.answer.not_assessed) return draft.confidence;
  const std::string outcome = "sure_" + outcome_of(draft, question.type);
  const auto further = static_cast<double>(std::max<std::size_t>(draft.evidence.size(), 1) - 1);
  double sum = points(outcome) + std::min(further, points(outcome + "_quotes"));
  if (is_spread(draft, document)) sum += points(outcome + "_pages");
  if (draft.confidence == Confidence::low) sum -= points("sure_doubt");
  if (sum >= points("sure_high")) return Confidence::high;
  return sum >= points("sure_medium") ? Confidence::medium : Confidence::low;
}

}  // namespace planmark
