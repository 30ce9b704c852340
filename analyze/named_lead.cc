#include "analyze/named_lead.h"

#include "analyze/proof.h"

namespace planmark {

Draft draft_named_person(const Question& question, const DraftInputs& inputs) {
  return not_assessed(question, inputs, "named leads are not read yet");
}

}  // namespace planmark
