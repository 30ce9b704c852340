#include "review/assignment.h"

#include "base/format.h"
#include "review/assignment_store.h"

namespace planmark {

bool covers(const Assignment& assignment, const Question& question) {
  return assignment.criterion.empty() || assignment.criterion == question.criterion ||
         assignment.criterion == question.id;
}

Result<std::vector<AssignmentMistake>> mistakes_in(const Workspace& workspace, const RuleBook& rules,
                                                   const std::vector<Assignment>& assignments) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto mistakes = stored_mistakes_in(look, rules, assignments);
  return look.commit(std::move(mistakes));
}

Result<void> assign(Workspace& workspace, const RuleBook& rules, const std::vector<Assignment>& assignments,
                    const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  std::string mistakes;
  for (const AssignmentMistake& mistake : stored_mistakes_in(change, rules, assignments))
    mistakes += format("{}{}: {}", mistakes.empty() ? "" : "\n", mistake.index + 1, mistake.what);
  if (!mistakes.empty()) change.fail({ProblemKind::bad_input, std::move(mistakes), "assignments", {}});
  for (const Assignment& assignment : assignments) store_assignment(change, assignment, by);
  return change.commit();
}

Result<void> unassign(Workspace& workspace, const Assignment& assignment, const std::string& why,
                      const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  remove_assignment(change, assignment, by, why);
  return change.commit();
}

Result<std::vector<Assignment>> assignments(const Workspace& workspace, const std::string& sha256,
                                            const std::string& person) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto found = stored_assignments(look, sha256, person);
  return look.commit(std::move(found));
}

}  // namespace planmark
