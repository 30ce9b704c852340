// Finds every stored quote again at its place: in the stored text, and in the kept bytes read once more.
//
// Whoever reads the files (extract/pool.h, several at a time, or one after another) hands each reading in:
//
//   auto documents = stored_quotes(workspace);
//   for (const QuotedDocument& document : *documents)
//     for (const Mismatch& mismatch : verify_document(workspace, document, read_again(document.sha256))) ...
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

struct StoredQuote {
  std::string question;
  std::int64_t decision = 0;  // 0: of the current draft; otherwise kept with this decision
  std::uint32_t page = 0;     // 1-based
  Span span;
  std::string quote;
  friend bool operator==(const StoredQuote&, const StoredQuote&) = default;
};

struct QuotedDocument {
  std::string sha256, file_name;
  std::vector<std::uint32_t> recognised_pages;  // 0-based, sorted: to be recognised when it is read again
  std::vector<StoredQuote> quotes;  // evidence, counter-evidence, deciding clauses, decisions; may be empty
  friend bool operator==(const QuotedDocument&, const QuotedDocument&) = default;
};

struct Mismatch {
  std::string sha256, file_name;
  std::string question;    // empty: the kept file itself
  std::uint32_t page = 0;  // 1-based; 0: the kept file itself
  std::string quote;
  std::string what;  // "the kept bytes have changed", "page 3 now reads differently here: ..."
  friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

// Every document, sorted by first file name, then hash. Errors: storage, also when the database's own
// structure or references are damaged.
Result<std::vector<QuotedDocument>> stored_quotes(const Workspace& workspace);

// The kept bytes hash to their name; the stored text, and the text of `read_again`, hold each quote in its
// range and on its page. A quote that an earlier decision kept may have moved within its page since. A
// document without quotes needs no reading: `read_again` is then not looked at.
std::vector<Mismatch> verify_document(const Workspace& workspace, const QuotedDocument& document,
                                      const Result<Document>& read_again);

struct Verification {
  std::size_t documents = 0, quotes = 0;  // checked
  std::vector<Mismatch> mismatches;
};
using ReadAgain =
    std::function<Result<Document>(const std::filesystem::path& kept, const std::string& sha256)>;

// All of it, one document after another.
Result<Verification> verify(const Workspace& workspace, const ReadAgain& read_again);

}  // namespace planmark
