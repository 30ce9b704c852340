// The documents of a workspace as JSON, one object a line.
//
// {"document": SHA-256, "files": [names], "bytes", "system", "part", "edition", "title", "url",
//  "settled_by": "proposed" | "manifest" | "person", "pages", "unreadable_pages", "recognised_pages",
//  "extracted", "analyzed",  "drafts": n, "refusal": null or {"kind", "what", "fix"}}
#pragma once

#include <cstddef>
#include <string>

#include "review/workspace.h"

namespace planmark {

// Without a line end.
std::string document_json(const RegisteredDocument& document, std::size_t drafts);

}  // namespace planmark
