// Answers with their quotes as a REFI-QDA project (.qdpx), which NVivo, ATLAS.ti, MAXQDA and QualCoder open.
//
// The standard is REFI-QDA 1.5, namespace urn:QDA-XML:project:1.0 (www.qdasoftware.org). project.qde holds
// people and the program as users; criteria, questions and answers as codes, of which drafts have their own,
// "… (draft)"; systems as cases; part, edition and the file's hash as variables. Sources/GUID.txt is the text
// of each document, UTF-8 without a byte order mark, its lines ended by LF alone: programs do not agree
// whether CR LF is one character or two. Positions are code points from 0, the end exclusive.
//
// A quote is a selection that is coded with its answer; an answer without a quote in place codes the
// document. The same answers and time give the same bytes: identifiers are made from what they name.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/answered_document.h"

namespace planmark {

struct RefiFacts {
  std::string title;
  std::string at;  // when it is made, "2026-03-01T10:00:00Z": drafts have no time of their own
};

// Errors: those of zip_of().
Result<std::string> refi_project(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                 const RefiFacts& facts);

}  // namespace planmark
