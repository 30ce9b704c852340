// The workbook of an edition, answers.xlsx: to be read, edited and imported back (reports/answers_import.h).
//
//   read me        what it is, of which edition and basis, how to edit it and bring it back
//   answers        a row for each system, part and question; the head is answer_columns
//   evidence       the quotes of each answer, by their numbers
//   figures        each figure's table with a chart beside it (reports/figures_sheet.h)
//   disagreements  where two people mark differently, and documents that name different leads
//   choices        hidden: what the answers are chosen from
//
// Of drafts, every page that is printed, the read-me and every figure say so; whatever the basis, an answer
// that nobody has confirmed is coloured and says so. It names systems, people and quotes: it is no part of
// the public edition.
#pragma once

#include <array>

#include "analyze/rule_book.h"
#include "corpus/register.h"
#include "reports/edition_answers.h"
#include "reports/figure.h"
#include "reports/report_html.h"
#include "reports/workbook.h"
#include "review/workspace.h"

namespace planmark {

// In this order; the import finds them by name, in any order.
inline constexpr std::array<const char*, 17> answer_columns = {
    "system", "part",   "edition", "criterion", "question", "asked", "status",   "draft", "confidence",
    "answer", "quotes", "reason",  "comment",   "by",       "when",  "document", "record"};
inline constexpr const char* answers_sheet = "answers";

// Errors: storage.
Result<Workbook> answers_workbook(const Workspace& workspace, const RuleBook& rules, const Register& systems,
                                  const EditionAnswers& answers, const std::vector<Figure>& figures,
                                  const ReportFacts& facts);

}  // namespace planmark
