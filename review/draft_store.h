// The drafts of documents in the tables of review/migrations/0002_drafts.sql, and back. What fails is kept by
// the transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "review/database.h"
#include "review/workspace.h"

namespace planmark {

// Puts these in place of the drafts that the document had; those that are the same stay untouched, and what
// was there need not be readable. Each quote and its page are stored beside its byte range. Requires: the
// document's text and its row in `analysis` are stored, and the drafts were made from it with `rules`.
void store_drafts(Transaction& change, const std::string& sha256, const std::vector<Draft>& drafts,
                  const RuleBook& rules);

// In survey order; that of one question alone unless it is empty.
std::vector<Draft> drafts_in(Transaction& look, const std::string& sha256, const std::string& question = {});

// All, or that of one question alone unless it is empty; nullopt when the document has not been analysed.
std::optional<Workspace::StoredDrafts> stored_drafts(Transaction& look, const std::string& sha256,
                                                     const std::string& question = {});

// Of all documents, sorted by hash, then in survey order.
std::vector<Workspace::StoredAnswer> stored_answers(Transaction& look);

}  // namespace planmark
