#include "workbench/blindness.h"

#include <algorithm>

#include "review/assignment.h"
#include "review/record.h"
#include "review/sampling.h"

namespace planmark {

Result<Blindness> blindness_of(const Visit& visit, const std::string& sha256, const Question& question,
                               bool has_answered) {
  Blindness blindness;
  const auto given = assignments(visit.workspace, sha256, visit.person->name);
  if (!given) return tl::unexpected(given.error());
  for (const Assignment& assignment : *given)
    if (assignment.criterion.empty() || assignment.criterion == question.criterion)
      blindness.mark = assignment.mark;
  blindness.hidden = blindness.mark == Mark::second;
  if (blindness.hidden || has_answered) return blindness;
  const auto sample = sample_setting(visit.workspace, Sample::before_draft);
  if (!sample) return tl::unexpected(sample.error());
  blindness.hidden = is_chosen(Sample::before_draft, *sample, sha256, question.id);
  return blindness;
}

Result<Blindness> blindness_of(const Visit& visit, const std::string& sha256, const Question& question) {
  const auto made = decisions(visit.workspace, sha256, question.id);
  if (!made) return tl::unexpected(made.error());
  const bool has_answered = std::any_of(made->begin(), made->end(), [&](const Decision& decision) {
    return decision.person == visit.person->name;
  });
  return blindness_of(visit, sha256, question, has_answered);
}

}  // namespace planmark
