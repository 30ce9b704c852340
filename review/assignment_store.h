// Assignments in their table, and back. What fails is kept by the transaction.
#pragma once

#include <string>
#include <vector>

#include "review/assignment.h"
#include "review/database.h"

namespace planmark {

std::vector<Assignment> stored_assignments(Transaction& look, const std::string& sha256 = {},
                                           const std::string& person = {});
// With their events. An assignment that is there as it is gives none.
void store_assignment(Transaction& change, const Assignment& assignment, const Act& by);
void remove_assignment(Transaction& change, const Assignment& assignment, const Act& by,
                       const std::string& why);

std::vector<AssignmentMistake> stored_mistakes_in(Transaction& look, const RuleBook& rules,
                                                  const std::vector<Assignment>& assignments);

}  // namespace planmark
