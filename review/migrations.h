// The schema as a list of numbered steps: review/migrations/NNNN_name.sql, built into the program.
//
// A step that has been released is never edited; a change of the schema is a new step. Each step is applied
// in one transaction together with its record in the table `migration`.
#pragma once

#include <span>
#include <string_view>

#include "base/result.h"
#include "review/database.h"

namespace planmark {

struct Migration {
  int number = 0;  // 1, 2, 3, ...
  std::string_view name;
  std::string_view sql;
};

// In order, without gaps.
std::span<const Migration> migrations();

// Makes `database` ready for use: applies the steps that it does not have yet (a new or empty one gets all)
// and turns the write-ahead log on. Errors: storage (not a planmark database, which is left as it is; or one
// with steps that this program does not know, which a newer planmark has applied).
Result<void> migrate(Database& database, std::span<const Migration> steps);

}  // namespace planmark
