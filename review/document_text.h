// The text of a stored document, for who shows quotes and their pages and needs no words or blocks.
#pragma once

#include <string>

#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

// Its hash, text and pages alone. Errors: not_found (never read), storage.
Result<Document> load_text(const Workspace& workspace, const std::string& sha256);

}  // namespace planmark
