#include "review/verify.h"

#include <map>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/knowledge.h"
#include "cli/open_workspace.h"
#include "cli/progress.h"
#include "cli/workers.h"
#include "extract/pool.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

constexpr std::chrono::milliseconds patience{200};

using Findings = std::map<std::size_t, std::vector<Mismatch>>;  // by place in the list of documents

// What is in a page's picture has to be recognised again.
ReadDocument as_it_was_read(const QuotedDocument& document,
                            const std::shared_ptr<const std::string>& language_data) {
  return {.language_data = language_data, .most_ocr_pages = 0, .ocr_pages = document.recognised_pages};
}

void add_jobs(Pool& pool, const Workspace& workspace, const std::vector<QuotedDocument>& documents,
              const std::shared_ptr<const std::string>& language_data, const VerifyOptions& options) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string& sha256 = documents[i].sha256;
    if (documents[i].quotes.empty()) continue;
    pool.add({.id = i,
              .file = workspace.kept_file(sha256),
              .sha256 = sha256,
              .password = options.password,
              .task = as_it_was_read(documents[i], language_data)});
  }
}

Findings read_again(const Workspace& workspace, const std::vector<QuotedDocument>& documents,
                    const VerifyOptions& options, const Console& console) {
  Pool pool({}, workers_for(options.jobs));
  const auto language_data = english_data();
  add_jobs(pool, workspace, documents, language_data, options);
  Findings findings;
  ProgressDisplay display(console, pool.waiting(), pool.waiting());
  while (!interrupted()) {
    Pool::Polled polled = pool.next(patience);
    display.refresh();
    if (!polled.ready) continue;
    if (!polled.outcome) break;
    const QuotedDocument& document = documents[polled.outcome->id];
    auto& found = findings[polled.outcome->id];
    Result<Document> read = get_as<Document>(std::move(polled.outcome->product));
    if (!language_data && !document.recognised_pages.empty())
      read =
          failure(ProblemKind::not_found, "its pages are pictures, and Tesseract's English is not installed");
    found = verify_document(workspace, document, read);
    const std::size_t pages = read ? read->pages.size() : 0;
    display.finished(document.file_name, 1, pages,
                     format("{} quotes, {} not in place", document.quotes.size(), found.size()));
  }
  display.clear();
  return findings;
}

std::string account_of(const Mismatch& mismatch) {
  std::string text = printable(mismatch.file_name);
  if (!mismatch.question.empty()) text += format(", {}, page {}", mismatch.question, mismatch.page);
  text += ": " + printable(mismatch.what) + "\n";
  if (!mismatch.quote.empty()) text += "  “" + printable(mismatch.quote) + "”\n";
  return text;
}

}  // namespace

Status verify_command(const CommonOptions& common, const VerifyOptions& options, const Console& console) {
  catch_interrupts();
  auto workspace = Workspace::open_existing(common.workspace);
  if (!workspace) return console.fail(workspace.error());
  auto documents = stored_quotes(*workspace);
  if (!documents) return console.fail(documents.error());
  Findings findings = read_again(*workspace, *documents, options, console);
  if (interrupted())
    return console.fail({ProblemKind::interrupted, "interrupted before every quote was looked for", "", ""});
  std::size_t quotes = 0, mismatches = 0;
  for (std::size_t i = 0; i < documents->size(); ++i) {
    const QuotedDocument& document = (*documents)[i];
    if (document.quotes.empty()) findings[i] = verify_document(*workspace, document, Document{});
    quotes += document.quotes.size();
    mismatches += findings[i].size();
    for (const Mismatch& mismatch : findings[i]) console.print(account_of(mismatch));
  }
  console.print(format("{} documents, {} quotes: {}\n", documents->size(), quotes,
                       mismatches == 0 ? "each stands at its place in the kept files"
                                       : format("{} are not at their place", mismatches)));
  return mismatches == 0 ? Status::done : Status::left_out;
}

}  // namespace planmark
