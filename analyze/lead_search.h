// Every claim of a document about who leads: sentence by sentence, list item with its stem, row by row, and
// lines that stand below one another.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/lead_text.h"
#include "analyze/role_claim.h"

namespace planmark {

// In text order of the sentence with the role.
std::vector<RoleClaim> find_role_claims(const LeadMarker& marker);

}  // namespace planmark
