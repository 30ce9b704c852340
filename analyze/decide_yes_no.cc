// Is it there? One qualifying sentence is enough.
#include <algorithm>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"

namespace planmark {

Draft decide_yes_no(const Question& question, const DraftInputs& inputs) {
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  const std::vector<std::uint32_t> topics = concept_indices(question.concepts, inputs.rules);
  const std::vector<Finding> findings =
      find_findings(inputs, topics, conditions_of(question.settings, inputs.rules));

  const std::vector<const Finding*> qualifying = weightiest(findings, inputs);

  Draft draft;
  draft.question = question.id;
  const bool yes = !qualifying.empty();
  draft.answer.value = yes ? "yes" : "no";
  for (const Finding* finding : worth_showing(findings, inputs, evidence_limit(question.settings)))
    draft.evidence.push_back(evidence_of(*finding, inputs));
  draft.counter = nearest_misses(findings, inputs, draft.evidence, counter_limit(question.settings));

  Clause clause;
  clause.id = "named in its own text";
  clause.met = yes;
  clause.because = yes                ? counted(qualifying.size(), "sentence qualifies", "sentences qualify")
                   : findings.empty() ? "no mention"
                                      : "every mention fails a condition";
  // How many misses are shown is the question's to say, and may be none.
  if (!yes && !draft.counter.empty()) clause.because += "; the nearest " + draft.counter.front().note;
  if (yes)
    clause.decided_by = draft.evidence.front().span;
  else if (!draft.counter.empty())
    clause.decided_by = draft.counter.front().span;
  draft.clauses.push_back(clause);

  const bool unsure = std::any_of(findings.begin(), findings.end(),
                                  [](const Finding& finding) { return finding.failed == 1; });
  if (yes)
    draft.confidence = qualifying.size() > 1 ? Confidence::high : Confidence::medium;
  else
    draft.confidence = unsure ? Confidence::low : Confidence::high;
  draft.reason = yes                ? "The document itself says so."
                 : findings.empty() ? "It is mentioned nowhere."
                                    : "No mention of it counts.";
  if (!yes) draft.searched = searched_for(topics, inputs);
  return draft;
}

}  // namespace planmark
