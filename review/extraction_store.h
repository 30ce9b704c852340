// A Document in the tables of review/migrations/0001_documents.sql, and back. What fails is kept by the
// transaction.
#pragma once

#include <string>
#include <string_view>

#include "extract/document.h"
#include "review/database.h"
#include "review/versions.h"

namespace planmark {

// Whether the workspace has a document with this hash, read or not.
bool is_registered(Transaction& look, const std::string& sha256);
// Takes it in under one more name, and gives whether the workspace did not have it before.
bool register_document(Transaction& change, const std::string& sha256, std::string_view bytes,
                       const std::string& name);

// Replaces what was read of the document before, and any refusal; an analysis of it goes too.
// Requires: the document is registered and keeps check_document()'s invariants (one that would not come back
// equal fails as internal).
void store_document(Transaction& change, const Document& document, const ExtractionVersion& version);
void store_refusal(Transaction& change, const std::string& sha256, const Problem& problem,
                   const ExtractionVersion& version);

Document stored_document(Transaction& look, const std::string& sha256);
// Its hash, text and pages alone: enough to find the page and the quote of a span.
Document stored_text(Transaction& look, const std::string& sha256);

// The value that has this name in the database. Fails where the program that wrote the row knew a name that
// this one does not.
void fail_with_unknown_name(Transaction& look, const std::string& name);
template <class Value>
Value stored_value(Transaction& look, const std::string& name) {
  Value value{};
  if (!parse_name(name, value)) fail_with_unknown_name(look, name);
  return value;
}

}  // namespace planmark
