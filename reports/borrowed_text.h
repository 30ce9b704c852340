// What a document of the workspace shares, sentence for sentence, with national guidance, with earlier
// editions of itself and with the documents of other systems; and which of its answers rest on that alone.
//
// A borrowed sentence says what others say too: by itself it earns no Yes. Drafts heed that of some sources
// (SharedTextRules::bars); of the others it is shown what a draft would be without them.
#pragma once

#include <future>
#include <map>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "compare/borrowed_draft.h"
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
  std::string kind;  // one of kinds_of_sources
  RegisteredDocument document;
};
std::vector<BorrowedSource> sources_for(const RegisteredDocument& document,
                                        const std::vector<RegisteredDocument>& documents,
                                        const BorrowedKnowledge& knowledge);

// The sources of a workspace whose sentences by themselves earn no Yes.
class BarringSources {
 public:
  // Those of the workspace as it stands, read by `reader`, with recognition or without. Errors: storage.
  static Result<BarringSources> of(const Workspace& workspace, ExtractionVersion reader,
                                   SharedTextRules rules);

  bool empty() const { return version_.empty(); }
  // AnalysisVersion::lexicon of drafts that heed them: another one for other sources or rules.
  std::string lexicon(const RuleBook& rules) const;

  // Those that one document can have sentences from; other threads may use it. What of a source is compared
  // is found out by the first that asks.
  struct ForDocument {
    std::vector<std::string> names;
    std::vector<std::shared_future<SentenceRuns>> runs;
  };

  // Each source is loaded once. Errors: storage.
  Result<ForDocument> sources_of(const RegisteredDocument& registered, const Workspace& workspace,
                                 const RuleBook& rules, const Register& systems);

  // Makes the drafts of `analysis` anew that rest on what the document has of them (heed_borrowed()).
  void heed(Analysis& analysis, const Document& document, const RuleBook& rules,
            const ForDocument& sources) const;

 private:
  BarringSources(std::vector<RegisteredDocument> documents, SharedTextRules rules);

  std::vector<RegisteredDocument> documents_;
  SharedTextRules rules_;
  std::string version_;
  std::map<std::string, std::shared_future<SentenceRuns>> runs_;  // by hash
};

// Rows: the borrowed sentences with their sources, in text order, then the answers (Yes and To some extent)
// that would be others without them. Errors: not_found (never read), bad_input (drafted by another lexicon),
// storage.
Result<Listing> borrowed_listing(const Workspace& workspace, const RegisteredDocument& document,
                                 const std::vector<RegisteredDocument>& documents,
                                 const BorrowedKnowledge& knowledge);

}  // namespace planmark
