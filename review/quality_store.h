// A Quality in the table of that name, and back.
#pragma once

#include <optional>
#include <string>

#include "extract/quality.h"
#include "review/database.h"

namespace planmark {

// Requires: the document's extraction was stored in this transaction.
void store_quality(Transaction& change, const std::string& sha256, const Quality& quality);
// nullopt: its text was stored without.
std::optional<Quality> stored_quality(Transaction& look, const std::string& sha256);

}  // namespace planmark
