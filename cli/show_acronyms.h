// What a document means by its acronyms.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/open_workspace.h"

namespace planmark {

// A table: each acronym that the document defines, its meaning, the page, and what of the lexicon it is taken
// for. `width`: columns. Errors: storage; bad_input where other lexicons drafted it.
Result<std::string> acronyms_of(const OpenWorkspace& open, const Document& document, std::size_t width);

}  // namespace planmark
