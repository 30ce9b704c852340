// Drafts as JSON, one object a line, one line for each document and question: for scoring and for other
// tools.
//
//   file        file name as it was added
//   document    SHA-256 of its bytes
//   role        part that the document plays: "strategy", "plan"
//   question    "LEAD-01"
//   answer      by the question's type: a string (rag, yes_no, single_select), a list of strings
//   (multi_select,
//               free_text), {"status", "role", "person"} (named_person); "Not assessed" where too much of the
//               document could not be read
//   clauses     [{"id", "met", "because"}]
//   evidence    best first: {"quote", "page" (1-based), "begin", "end" (bytes of the document's text),
//               "boxes" ([x0, y0, x1, y1] in points from the top left, one for each printed line),
//               "recognised" (in the page's picture, may be misread), "rules"}
//   counter     the same: near misses and evidence against
//   confidence  "high", "medium", "low"
//   searched    {"rules", "pages", "unreadable_pages"}: what stands behind an answer of No
//   engine      {"version", "lexicon", "poppler", "tesseract" (null where it was not used), "icu", "re2"}
//
// An answer is a draft: nothing in these lines has been confirmed by a person.
#pragma once

#include <string>

#include "analyze/rule_book.h"
#include "reports/document_drafts.h"

namespace planmark {

// One line for each draft, each ended by '\n'. A draft of a question that `rules` does not have is left out.
std::string drafts_jsonl(const DocumentDrafts& drafts, const RuleBook& rules);

}  // namespace planmark
