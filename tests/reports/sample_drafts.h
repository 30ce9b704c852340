// A small plan with one draft of each kind of answer.
#pragma once

#include "analyze/rule_book.h"
#include "corpus/register.h"
#include "reports/document_drafts.h"

namespace planmark {

DocumentDrafts sample_drafts();
RuleBook sample_questions();
Register sample_register();

}  // namespace planmark
