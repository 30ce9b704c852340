#include "workbench/blindness.h"

#include <algorithm>

namespace planmark {

Result<Marking> marking_of(const Visit& visit, const std::string& sha256) {
  auto given = assignments(visit.workspace, sha256, visit.person->name);
  if (!given) return tl::unexpected(given.error());
  auto sample = sample_setting(visit.workspace, Sample::before_draft);
  if (!sample) return tl::unexpected(sample.error());
  return Marking{sha256, std::move(*given), std::move(*sample)};
}

Blindness blindness_of(const Marking& marking, const Question& question, bool has_answered) {
  Blindness blindness;
  for (const Assignment& assignment : marking.given)
    if (covers(assignment, question)) blindness.mark = assignment.mark;
  const bool in_sample = is_chosen(Sample::before_draft, marking.before_draft, marking.sha256, question.id);
  blindness.hidden = blindness.mark == Mark::second || (in_sample && !has_answered);
  return blindness;
}

bool is_for_them(const Marking& marking, const Question& question) {
  return marking.given.empty() ||
         std::any_of(marking.given.begin(), marking.given.end(),
                     [&](const Assignment& assignment) { return covers(assignment, question); });
}

bool has_answered(const std::vector<Decision>& made, const Visit& visit, const std::string& question) {
  return std::any_of(made.begin(), made.end(), [&](const Decision& decision) {
    return decision.question == question && decision.person == visit.person->name;
  });
}

}  // namespace planmark
