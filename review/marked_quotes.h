// The quotes of a decision, checked against what the document says. What fails is kept by the transaction.
#pragma once

#include <string>
#include <vector>

#include "review/database.h"
#include "review/mark.h"

namespace planmark {

// Each quote is, byte for byte, the stored text at its span, and begins on its page; pages that are 0 are
// filled in. Fails with not_found (no text of the document is stored) or bad_input.
void check_marked_quotes(Transaction& look, const std::string& sha256, std::vector<MarkedQuote>& quotes);

}  // namespace planmark
