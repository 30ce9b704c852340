// The sheet "answers" that people have edited, back into the record (reports/answers_workbook.h).
//
// Each row carries the state that it was written from (reports/answer_rows.h), so of a row that comes back it
// is known whether it was edited, and whether somebody has decided since. What is edited becomes a first
// mark of the person who imports, made with the draft in view, under the rules of review/record.h.
//
// A mistake in any row and nothing is recorded; otherwise everything is, in one transaction, but for the
// conflicts, which are listed and left as they are. What comes in from another side between reading and
// recording is not lost either: the record is append-only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "corpus/csv.h"
#include "corpus/register.h"
#include "review/event.h"
#include "review/record.h"
#include "review/workspace.h"

namespace planmark {

struct SheetChange {
  std::size_t row = 0;        // of the sheet, from 1
  std::string about;          // "Ashmarsh and the Lyde, plan 2023, LEAD-01"
  std::string before, after;  // answers; `before` is empty where nobody had decided
  Decision decision;
};

struct AnswersImport {
  std::size_t unchanged = 0;  // rows that nobody has edited
  std::size_t known = 0;      // rows whose edit the record holds already
  std::vector<SheetChange> changes;
  // `where` names file, row and column; in the order of the rows.
  std::vector<Problem> conflicts;  // decided, or drafted anew, since the sheet was written
  std::vector<Problem> mistakes;
};

// What the table asks for, tried out and not recorded. `where` is the file's name.
// Errors: bad_input (not a table of answers: a column is missing or there twice; nobody active of this name),
// storage.
Result<AnswersImport> read_answers(Workspace& workspace, const RuleBook& rules, const Register& systems,
                                   const std::vector<CsvRow>& table, const std::string& where, const Act& by);

// Records the changes, all or none. Requires: no mistakes. Errors: those of record_decision().
Result<void> record_answers(Workspace& workspace, const RuleBook& rules, const AnswersImport& import);

}  // namespace planmark
