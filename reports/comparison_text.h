// A comparison of two editions for a person at a terminal: what changed, word by word, and which answers did.
// Words that went stand in [-...-], words that came in {+...+}.
#pragma once

#include <string>

#include "reports/comparison_json.h"
#include "reports/drafts_text.h"

namespace planmark {

std::string comparison_text(const EditionComparison& compared, const Register& systems, ChangesShown shown,
                            TextStyle style);

}  // namespace planmark
