// Who leads: the draft of a "named_person" question (the executive lead for children, for SEND, for
// safeguarding).
//
// The question's concepts are the subject of the role ("children and young people"). A document answers at
// one of four levels (rubric 6): 3 a person and the role, 2 the role and a titled post, 1 the role without a
// holder, 0 nothing; and it may say that there is no lead. Level 3 is "named", level 2 "role_only", and so is
// a role whose post is vacant; anything less is "not_named". The holder of a post may stand elsewhere than
// the role: a list of board members, an appendix.
#pragma once

#include "analyze/analysis.h"
#include "analyze/draft_inputs.h"
#include "analyze/rule_book.h"

namespace planmark {

Draft draft_named_person(const Question& question, const DraftInputs& inputs);

}  // namespace planmark
