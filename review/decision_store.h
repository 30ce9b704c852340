// Decisions in their tables (review/migrations/0007_marks.sql), and back. What fails is kept by the
// transaction.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "review/database.h"
#include "review/record.h"

namespace planmark {

// Fills in the next number. `request`: what tells it from another decision under the same key.
void store_decision(Transaction& change, Decision& decision, const std::string& request);

// Those that `where` picks ("document = ? AND question = ?", two parameters at most), by number. Of the view
// `standing` instead of all with Of::standing.
enum class Of { all, standing };
std::vector<Decision> stored_decisions(Transaction& look, std::string_view where, std::string_view first = {},
                                       std::string_view second = {}, Of of = Of::all);

}  // namespace planmark
