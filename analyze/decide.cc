#include "analyze/decide.h"

#include "analyze/named_lead.h"
#include "analyze/proof.h"

namespace planmark {

Draft decide(const Question& question, const DraftInputs& inputs) {
  switch (question.type) {
    case AnswerType::rag:
      return decide_rag(question, inputs);
    case AnswerType::yes_no:
      return decide_yes_no(question, inputs);
    case AnswerType::multi_select:
      return decide_options(question, inputs);
    case AnswerType::named_person:
      return draft_named_person(question, inputs);
    case AnswerType::single_select:
    case AnswerType::free_text:
      break;
  }
  return not_assessed(question, inputs, "questions of this type are left to the reader");
}

}  // namespace planmark
