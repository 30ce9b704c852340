// A list of the document's own sentences for the reader to write from. A question without concepts is the
// reader's alone: nothing is drafted.
#include <algorithm>
#include <string>

#include "analyze/decide.h"
#include "analyze/finding.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"

namespace planmark {

Draft decide_free_text(const Question& question, const DraftInputs& inputs) {
  Draft draft;
  draft.question = question.id;
  if (question.concepts.empty()) {
    draft.reason = "A comment is the reader's to write: nothing is drafted.";
    return draft;
  }
  if (const auto why = why_not_assessed(question, inputs)) return not_assessed(question, inputs, *why);
  const std::vector<std::uint32_t> topics = concept_indices(question.concepts, inputs.rules);
  const std::vector<Finding> findings =
      find_findings(inputs, topics, conditions_of(question.settings, inputs.rules));
  std::vector<const Finding*> listed = weightiest(findings, inputs);
  listed.resize(std::min(listed.size(), evidence_limit(question.settings)));
  for (const Finding* finding : listed) {
    draft.evidence.push_back(evidence_of(*finding, inputs));
    draft.answer.values.emplace_back(slice(inputs.document.text, draft.evidence.back().span));
  }
  draft.counter = nearest_misses(findings, inputs, draft.evidence, counter_limit(question.settings));
  draft.searched = searched_for(topics, inputs);
  draft.confidence = listed.empty() ? Confidence::medium : Confidence::low;
  draft.reason = listed.empty() ? "No sentence qualifies."
                                : "Sentences for the reader to choose from, the weightiest first.";
  return draft;
}

}  // namespace planmark
