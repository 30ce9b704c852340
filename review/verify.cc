#include "review/verify.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/file.h"
#include "base/format.h"
#include "base/sha256.h"
#include "review/database.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

constexpr const char* all_quotes =
    "SELECT document, question, 0 AS decision, page, begin_byte, end_byte, quote FROM evidence"
    " UNION ALL SELECT document, question, 0, page, begin_byte, end_byte, quote FROM clause WHERE page IS "
    "NOT NULL"
    " UNION ALL SELECT document, question, number, page, begin_byte, end_byte, quote"
    " FROM decision_evidence JOIN decision ON number = decision"
    " UNION ALL SELECT document, question, number, page, begin_byte, end_byte, quote"
    " FROM marked_quote AS marked JOIN decision ON number = decision"
    " WHERE NOT EXISTS (SELECT 1 FROM decision_evidence AS kept WHERE kept.decision = marked.decision"
    " AND kept.begin_byte = marked.begin_byte AND kept.end_byte = marked.end_byte)"
    " ORDER BY document, question, decision, page, begin_byte, end_byte, quote";

void check_structure(Transaction& look, const std::filesystem::path& file) {
  Statement integrity = look.prepare("PRAGMA integrity_check(1)");
  if (integrity.with().next() && integrity.text(0) != "ok")
    look.fail({ProblemKind::storage, format("the database is damaged ({})", integrity.text(0)), file.string(),
               "go back to a copy of the workspace, or make it anew: planmark run"});
  Statement references = look.prepare("PRAGMA foreign_key_check");
  if (references.with().next())
    look.fail({ProblemKind::storage,
               format("the database is damaged (rows of {} refer to nothing)", references.text(0)),
               file.string(), "go back to a copy of the workspace, or make it anew: planmark run"});
}

std::optional<std::string> fault_in_kept_file(const Workspace& workspace, const std::string& sha256) {
  const auto bytes = read_file(workspace.kept_file(sha256));
  if (!bytes) return format("the kept bytes cannot be read: {}", bytes.error().what);
  if (sha256_hex(*bytes) != sha256) return "the kept bytes have changed: they no longer hash to their name";
  return std::nullopt;
}

bool stands_at_place(const Document& document, const StoredQuote& quote) {
  const Span span = quote.span;
  return !document.pages.empty() && span.begin <= span.end && span.end <= document.text.size() &&
         slice(document.text, span) == quote.quote && page_at(document, span.begin) + 1 == quote.page;
}

bool stands_on_page(const Document& document, const StoredQuote& quote) {
  if (quote.page == 0 || quote.page > document.pages.size()) return false;
  // To the end of the next page: a sentence may run on.
  const std::size_t last = std::min<std::size_t>(quote.page, document.pages.size() - 1);
  const Span pages{document.pages[quote.page - 1].span.begin, document.pages[last].span.end};
  return slice(document.text, pages).find(quote.quote) != std::string_view::npos;
}

// Decisions outlive the reading they were made on, so their quotes may stand elsewhere on the page by now.
bool stands(const Document& document, const StoredQuote& quote) {
  return stands_at_place(document, quote) || (quote.decision != 0 && stands_on_page(document, quote));
}

std::string excerpt(const Document& document, Span span) {
  if (span.begin > span.end || span.end > document.text.size()) return "the text ends before it";
  return format("there it reads \"{}\"", slice(document.text, span));
}

Result<Document> text_of(const Workspace& workspace, const std::string& sha256) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  Document text = stored_text(look, sha256);
  return look.commit(std::move(text));
}

std::optional<std::string> fault_in_quote(const Result<Document>& document, const StoredQuote& quote,
                                          const char* where) {
  if (!document) return format("not found in {}: {}", where, document.error().what);
  if (stands(*document, quote)) return std::nullopt;
  return format("not at its place in {}: {}", where, excerpt(*document, quote.span));
}

}  // namespace

Result<std::vector<QuotedDocument>> stored_quotes(const Workspace& workspace) {
  auto listed = workspace.documents({}, {});
  if (!listed) return tl::unexpected(listed.error());
  Transaction look(workspace.database(), Transaction::Kind::read);
  check_structure(look, workspace.database().file());
  std::map<std::string, std::vector<StoredQuote>> quotes;
  Statement row = look.prepare(all_quotes);
  row.with();
  while (row.next())
    quotes[row.text(0)].push_back(
        {row.text(1), row.integer(2), row.u32(3), {row.u32(4), row.u32(5)}, row.text(6)});
  std::map<std::string, std::vector<std::uint32_t>> recognised;
  Statement page = look.prepare("SELECT document, page FROM page WHERE ocr ORDER BY document, page");
  page.with();
  while (page.next()) recognised[page.text(0)].push_back(page.u32(1) - 1);
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());

  std::vector<QuotedDocument> documents;
  for (const RegisteredDocument& document : *listed)
    documents.push_back({document.sha256, document.file_names.empty() ? "" : document.file_names.front(),
                         std::move(recognised[document.sha256]), std::move(quotes[document.sha256])});
  return documents;
}

std::vector<Mismatch> verify_document(const Workspace& workspace, const QuotedDocument& document,
                                      const Result<Document>& read_again) {
  std::vector<Mismatch> mismatches;
  if (const auto fault = fault_in_kept_file(workspace, document.sha256))
    mismatches.push_back({document.sha256, document.file_name, {}, 0, {}, *fault});
  if (document.quotes.empty()) return mismatches;
  const Result<Document> stored = text_of(workspace, document.sha256);
  for (const StoredQuote& quote : document.quotes) {
    auto fault = fault_in_quote(stored, quote, "the stored text");
    if (!fault) fault = fault_in_quote(read_again, quote, "the kept file, read again");
    if (fault)
      mismatches.push_back(
          {document.sha256, document.file_name, quote.question, quote.page, quote.quote, *fault});
  }
  return mismatches;
}

Result<Verification> verify(const Workspace& workspace, const ReadAgain& read_again) {
  auto documents = stored_quotes(workspace);
  if (!documents) return tl::unexpected(documents.error());
  Verification verification;
  for (const QuotedDocument& document : *documents) {
    const Result<Document> reading = document.quotes.empty()
                                         ? Result<Document>()
                                         : read_again(workspace.kept_file(document.sha256), document.sha256);
    for (Mismatch& mismatch : verify_document(workspace, document, reading))
      verification.mismatches.push_back(std::move(mismatch));
    ++verification.documents;
    verification.quotes += document.quotes.size();
  }
  return verification;
}

}  // namespace planmark
