// Drafts that heed what a document says in words of others.
//
// A Yes, or To some extent, that does not stand without the borrowed sentences is drafted without them. They
// then speak against it, each with its source, and a clause says what they would have come to. Where the
// document's own words earn as much, the draft stays as it is.
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "extract/document.h"

namespace planmark {

struct BorrowedSentence {
  Span span;           // of the document's text
  std::string source;  // "national guidance (keeping-safe.pdf)"
};

// The id of the clause.
inline constexpr const char* borrowed_clause = "BORROWED";

bool says_yes(const Draft& draft, AnswerType type);  // Yes, yes or To some extent

// Requires: `analysis` was made from `document` with `rules`.
void heed_borrowed(Analysis& analysis, const Document& document, const RuleBook& rules,
                   const std::vector<BorrowedSentence>& borrowed);

// What heed_borrowed() left out of this draft; empty where it stayed as it was.
std::vector<Span> left_out_as_borrowed(const Draft& draft);

}  // namespace planmark
