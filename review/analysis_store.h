// An Analysis in the tables of review/migrations/0002_drafts.sql, and back. What fails is kept by the
// transaction.
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "review/database.h"
#include "review/versions.h"

namespace planmark {

// Replaces the analysis of the document that was there, its drafts too (review/draft_store.h). Requires: the
// document's text is stored, and `analysis` was made from it with `rules`.
void store_analysis(Transaction& change, const std::string& sha256, const std::string& part,
                    const Analysis& analysis, const RuleBook& rules, const AnalysisVersion& version);

// not_found when the document has not been analysed; bad_input when `rules` lacks a rule that a mention
// names.
Analysis stored_analysis(Transaction& look, const std::string& sha256, const RuleBook& rules);

}  // namespace planmark
