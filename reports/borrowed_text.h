// What a document of the workspace shares, sentence for sentence, with national guidance, with earlier
// editions of itself and with the documents of other systems; and which of its answers rest on that alone.
//
// A borrowed sentence says what others say too: by itself it earns no Yes. Nothing stored is changed: a draft
// is made of its document alone, and what it would be without the borrowed sentences is shown beside it.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "compare/shared_text.h"
#include "corpus/register.h"
#include "reports/listing.h"
#include "review/workspace.h"

namespace planmark {

struct BorrowedKnowledge {
  const RuleBook& rules;
  const Register& systems;
  const SharedTextRules& shared;
  std::vector<std::string> guidance = {};  // hashes of documents to take for guidance whatever they look like
};

// What a document can have borrowed from, those that count first coming first. Of the same system other parts
// and later editions are no sources: they borrow from this one, or are its own words.
struct BorrowedSource {
  std::string kind;  // "national guidance", "earlier edition", "other system"
  RegisteredDocument document;
};
std::vector<BorrowedSource> sources_for(const RegisteredDocument& document,
                                        const std::vector<RegisteredDocument>& documents,
                                        const BorrowedKnowledge& knowledge);

// Rows: the borrowed sentences with their sources, in text order, then the answers (Yes and To some extent)
// that would be others without them. Errors: not_found (never read), bad_input (drafted by another lexicon),
// storage.
Result<Listing> borrowed_listing(const Workspace& workspace, const RegisteredDocument& document,
                                 const std::vector<RegisteredDocument>& documents,
                                 const BorrowedKnowledge& knowledge);

}  // namespace planmark
