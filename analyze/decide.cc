#include "analyze/decide.h"

#include <algorithm>

#include "analyze/confidence.h"
#include "analyze/named_lead.h"
#include "analyze/proof.h"
#include "analyze/question_settings.h"

namespace planmark {
namespace {

// What is left of a rag answer when only sentences about children count, shown beside an answer to wording
// that does not mention them.
void flag_children(const Question& question, const DraftInputs& inputs, Draft& draft) {
  Question about_children = question;
  const auto narrow = [](Settings& settings) { settings.lists["scope"] = {"child"}; };
  narrow(about_children.settings);
  for (Aspect& aspect : about_children.aspects) narrow(aspect.settings);
  if (about_children.partly) narrow(about_children.partly->settings);
  const Draft narrowed = decide_rag(about_children, inputs);
  if (narrowed.answer.not_assessed) return;
  const Span quote = narrowed.evidence.empty() ? Span{} : narrowed.evidence.front().span;
  draft.clauses.push_back({"about children", narrowed.answer.value != "No",
                           narrowed.answer.value + " when only sentences about children count", quote});
}

bool rests_on_recognised(const Draft& draft, const Document& document) {
  const auto recognised = [&](Span span) { return is_recognised(document, span); };
  if (draft.evidence.empty())
    return std::any_of(document.pages.begin(), document.pages.end(),
                       [](const Page& page) { return page.ocr; });
  return std::any_of(draft.evidence.begin(), draft.evidence.end(),
                     [&](const Evidence& evidence) { return recognised(evidence.span); }) ||
         std::any_of(draft.clauses.begin(), draft.clauses.end(), [&](const Clause& clause) {
           return clause.decided_by.size() > 0 && recognised(clause.decided_by);
         });
}

Draft decide_by_type(const Question& question, const DraftInputs& inputs) {
  switch (question.type) {
    case AnswerType::rag: {
      Draft draft = decide_rag(question, inputs);
      if (number_of(question.settings, "child_flag") > 0 && !draft.answer.not_assessed)
        flag_children(question, inputs, draft);
      return draft;
    }
    case AnswerType::yes_no:
      return decide_yes_no(question, inputs);
    case AnswerType::multi_select:
      return decide_options(question, inputs);
    case AnswerType::named_person:
      return draft_named_person(question, inputs);
    case AnswerType::single_select:
      return decide_single(question, inputs);
    case AnswerType::free_text:
      return decide_free_text(question, inputs);
  }
  return not_assessed(question, inputs, "no decider knows this type of answer");
}

}  // namespace

Draft decide(const Question& question, const DraftInputs& inputs) {
  Draft draft = decide_by_type(question, inputs);
  draft.confidence = weighed_confidence(draft, question, inputs.document);
  if (!draft.answer.not_assessed && rests_on_recognised(draft, inputs.document)) {
    draft.confidence = Confidence::low;
    draft.reason += draft.evidence.empty()
                        ? " Some pages were recognised in their picture and may be misread."
                        : " It rests on words recognised in a picture, which may be misread.";
  }
  return draft;
}

}  // namespace planmark
