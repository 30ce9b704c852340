// What a round of watching found out as JSON, one object a line.
//
// {"kind": "new" | "changed" | "moved" | "vanished" | "returned" | "also at" | "not there" | "not looked at"
// |
//  "the same", "system", "address", "page", "document": SHA-256, "before": SHA-256, "from", "to", "at",
//  "problem", "is_page"}; what there is nothing to say of is empty.
#pragma once

#include <string>

#include "watch/finding.h"

namespace planmark {

// Without a line end. `system` is whose address it is.
std::string finding_json(const WebFinding& finding, const std::string& system);

}  // namespace planmark
