// Roles in tables: a row joins a function, a post and a name in any order, and the heads, or the words above
// the table, say what the row means. Each row is put into words ("lead for SEND: Chief Nurse, Ann Cray") and
// read as a sentence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/lead_text.h"
#include "analyze/role_claim.h"

namespace planmark {

// `row` is the sentence of a table row; `above` the sentence before the table that says what it lists, or
// none.
std::vector<RoleClaim> read_row_claims(const LeadMarker& marker, std::uint32_t row, std::uint32_t above);

// The post of a row with its holder, where one cell is a post and another a person or a vacancy.
std::vector<Holder> read_row_holders(const LeadMarker& marker, std::uint32_t row);

}  // namespace planmark
