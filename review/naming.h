// Whether a system may be named in public with its good practice: as it has agreed, recorded by a person.
//
// Nobody is named without a record. Kept among the settings (review/SCHEMA.md), append-only: the last word
// on a system holds.
#pragma once

#include <set>
#include <string>

#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

// `system` as in Identity::system. `why`: who agreed for the system, when and how, or why it is withdrawn.
// Errors: bad_input (no system, no reason), not_found (nobody of that name).
Result<void> set_naming(Workspace& workspace, const std::string& system, bool allowed, const std::string& why,
                        const Act& by);

// The systems that may be named, as they were recorded.
Result<std::set<std::string>> systems_named(const Workspace& workspace);

}  // namespace planmark
