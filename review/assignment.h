// Who answers what: a document, or one criterion or question of it, for a first or a second mark.
//
// Everything is given or nothing: one mistake in a list and none of it is applied. Each assignment, and each
// that is taken back, is noted as an event.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "corpus/register.h"
#include "extract/text_table.h"
#include "review/event.h"
#include "review/mark.h"
#include "review/workspace.h"

namespace planmark {

struct Assignment {
  std::string sha256;
  std::string criterion{};  // as in Question::criterion, or the id of one question; empty: all of them
  std::string person{};
  Mark mark = Mark::first;  // never adjudication
  std::string due{};        // ISO date, or empty
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// Whether it is of this question, of whatever document.
bool covers(const Assignment& assignment, const Question& question);

struct AssignmentMistake {
  std::size_t index = 0;  // of the assignment in the list
  std::string what;       // a sentence for people
  std::string about{};    // "person", "part", "criterion", "mark" or "due": what is wrong
};

// What stands against giving these out, beside what is assigned already; in order, all of it:
// - the document is unknown, or not of a part that is asked; a criterion that its questions do not have; an
//   adjudication; a due day that is no date
// - nobody active who reviews has this sign-in name
// - the person has a conflict of interest with the document's system, or would have more documents than they
//   take
// - another person has this mark of the same document and criterion; the same person has the other mark
Result<std::vector<AssignmentMistake>> mistakes_in(const Workspace& workspace, const RuleBook& rules,
                                                   const std::vector<Assignment>& assignments);

// Given again, an assignment takes the new due day. Errors: bad_input, every mistake on a line of `what`.
Result<void> assign(Workspace& workspace, const RuleBook& rules, const std::vector<Assignment>& assignments,
                    const Act& by);

// A table of columns person, system, part, criterion, mark, due in any order; person, system and part are
// needed. The system by code or any name of the register; its newest edition of the part is meant.
// Gives every mistake with its row and column ("FILE:3, column mark"); empty: all of it is applied.
// Errors: bad_input (no rows), storage.
Result<std::vector<Problem>> assign_from_table(Workspace& workspace, const RuleBook& rules,
                                               const Register& systems, const TextTable& sheet,
                                               const std::string& where, const Act& by);

// Does nothing when it is not assigned.
Result<void> unassign(Workspace& workspace, const Assignment& assignment, const std::string& why,
                      const Act& by);

// By document, criterion, person, mark; empty arguments: any.
Result<std::vector<Assignment>> assignments(const Workspace& workspace, const std::string& sha256 = {},
                                            const std::string& person = {});

}  // namespace planmark
