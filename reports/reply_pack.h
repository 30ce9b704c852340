// What a system is sent for its right of reply, as a Word document: each answer that stands with its quotes
// and pages, and room for the reply beside it.
//
// Only what stands goes out: no draft, and no name of who decided.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/answered_document.h"

namespace planmark {

// `at`: the day or time that it is made, as it is to be read. Requires: documents of one system, one at
// least. Errors: those of zip_of().
Result<std::string> reply_pack_docx(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                    const std::string& at);

}  // namespace planmark
