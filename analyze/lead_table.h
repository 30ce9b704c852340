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

// True for a cell or heading that names functions, one of them the subject: "Quality, children and SEND".
// Prose does not.
bool names_functions(const LeadText& text);

// "lead for Quality, children": a role that is meant, not printed, with the functions of a cell or heading as
// one list.
LeadText role_for_functions(const Mark& role, LeadText functions);

// `row` is the sentence of a table row; `above` the sentence before the table that says what it lists,
// `heading` the one that names the subject of the section; either may be none.
std::vector<RoleClaim> read_row_claims(const LeadMarker& marker, std::uint32_t row, std::uint32_t above,
                                       std::uint32_t heading);

// The post of a row with its holder, where one cell is a post and another a person or a vacancy.
std::vector<Holder> read_row_holders(const LeadMarker& marker, std::uint32_t row);

}  // namespace planmark
