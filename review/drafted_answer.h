// What the engine proposed for one document, as people are shown it: each draft in a line, with the words of
// its quotes as they were stored, so that the document itself need not be loaded.
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "review/workspace.h"

namespace planmark {

struct DraftedQuote {
  bool against = false;    // it speaks against the draft
  std::uint32_t page = 0;  // 1-based
  Span span;
  std::string quote;
  std::string note;  // the option it supports; why it does not count
  friend bool operator==(const DraftedQuote&, const DraftedQuote&) = default;
};

struct DraftedAnswer {
  std::string question;
  std::string answer;  // analyze/analysis.h: to_text
  Confidence confidence = Confidence::low;
  std::string reason;
  std::vector<DraftedQuote> quotes;  // those for it, best first, then those against
  friend bool operator==(const DraftedAnswer&, const DraftedAnswer&) = default;
};

// In survey order; none where the document has not been drafted. Errors: storage.
Result<std::vector<DraftedAnswer>> drafted_answers(const Workspace& workspace, const std::string& sha256);

}  // namespace planmark
