#include "review/assignment_store.h"

#include "base/format.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

std::string described(const Assignment& assignment) {
  return format("{} mark of {}{}{}", name_of(assignment.mark),
                assignment.criterion.empty() ? "all criteria" : assignment.criterion,
                assignment.due.empty() ? "" : ", due ", assignment.due);
}

void note_assignment(Transaction& change, const Assignment& assignment, const Act& by, const char* kind,
                     const std::string& why = {}) {
  note(change, {.at = by.at,
                .person = by.person,
                .kind = kind,
                .sha256 = assignment.sha256,
                .subject = assignment.person,
                .what = described(assignment),
                .why = why});
}

}  // namespace

std::vector<Assignment> stored_assignments(Transaction& look, const std::string& sha256,
                                           const std::string& person) {
  std::vector<Assignment> found;
  Statement row = look.prepare(
      "SELECT document, criterion, person, mark, due FROM assignment"
      " WHERE ?1 IN ('', document) AND ?2 IN ('', person) ORDER BY document, criterion, person, mark");
  row.with(sha256, person);
  while (row.next())
    found.push_back(
        {row.text(0), row.text(1), row.text(2), stored_value<Mark>(look, row.text(3)), row.text(4)});
  return found;
}

void store_assignment(Transaction& change, const Assignment& assignment, const Act& by) {
  change
      .prepare(
          "INSERT INTO assignment (document, criterion, person, mark, due) VALUES (?, ?, ?, ?, ?)"
          " ON CONFLICT DO UPDATE SET due = excluded.due WHERE due <> excluded.due")
      .run(assignment.sha256, assignment.criterion, assignment.person, name_of(assignment.mark),
           assignment.due);
  if (change.changes() > 0) note_assignment(change, assignment, by, "assigned");
}

void remove_assignment(Transaction& change, const Assignment& assignment, const Act& by,
                       const std::string& why) {
  change.prepare("DELETE FROM assignment WHERE document = ? AND criterion = ? AND person = ? AND mark = ?")
      .run(assignment.sha256, assignment.criterion, assignment.person, name_of(assignment.mark));
  if (change.changes() > 0) note_assignment(change, assignment, by, "unassigned", why);
}

}  // namespace planmark
