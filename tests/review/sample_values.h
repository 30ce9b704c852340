// Values with something in every member, for what is stored and loaded again.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

inline const ExtractionVersion reader_1{"0.1.0", "22.12.0"};
inline const AnalysisVersion lexicon_1{"0.1.0", "lexicon-one", "72.1", "20220601"};
inline const AnalysisVersion lexicon_2{"0.1.0", "lexicon-two", "72.1", "20220601"};

// Two pages and an unreadable third, a heading, a paragraph, a table row, words with boxes, odd characters.
Document sample_document(const std::string& sha256);

// A sentence, mentions, and a draft of each kind of answer with clauses, evidence and counter-evidence.
Analysis sample_analysis(const Document& document);

// The rules and questions that sample_analysis() names.
RuleBook sample_rules();

// The database's content: every row of every table but the search index, in key order, one a line.
std::string dump(const Workspace& workspace);

}  // namespace planmark
