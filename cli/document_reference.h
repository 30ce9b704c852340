// How people name a document of the workspace.
#pragma once

#include <string>

#include "cli/open_workspace.h"

namespace planmark {

// By file name or hash, or as "SYSTEM, PART, EDITION" ("Sussex, plan, 2023"; a code, name or short name of
// the register). Errors: not_found (with what comes nearest: by file name, or the documents of that system),
// bad_input (more than one, naming them).
Result<RegisteredDocument> find_edition(const OpenWorkspace& open, const std::string& reference);

}  // namespace planmark
