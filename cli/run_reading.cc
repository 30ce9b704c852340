#include <algorithm>

#include "base/format.h"
#include "cli/drafting.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/run.h"
#include "cli/workers.h"
#include "extract/file_kind.h"
#include "extract/pool.h"
#include "extract/quality.h"
#include "reports/borrowed_text.h"
#include "review/kept_files.h"

namespace planmark {
namespace {

// How long the loop waits before it looks whether someone wants it to stop.
constexpr std::chrono::milliseconds patience{200};

// What is left to do: the rest is in the workspace.
struct Work {
  std::vector<RegisteredDocument> to_read;   // largest first: the longest work must not come last
  std::vector<RegisteredDocument> to_draft;  // their text is there
};

bool is_to_be_tried_again(const Problem& refusal, const RunOptions& options) {
  return options.retry || (refusal.kind == ProblemKind::encrypted && !options.password.empty());
}

bool has_pages_to_try_again(const Run& run, const RegisteredDocument& document) {
  return run.options.retry && run.language_data && document.unreadable_pages > 0;
}

Result<Work> work_of(const Run& run) {
  auto known = run.workspace.documents(run.knowledge.extraction, run.knowledge.analysis);
  if (!known) return tl::unexpected(known.error());
  Work work;
  for (RegisteredDocument& document : *known) {
    if (!std::binary_search(run.documents.begin(), run.documents.end(), document.sha256)) continue;
    if (!document.extracted && !run.options.reads) continue;
    const bool refused = document.refusal && !is_to_be_tried_again(*document.refusal, run.options);
    const bool pages_again = has_pages_to_try_again(run, document);
    if (refused || (document.extracted && document.analyzed && !pages_again)) continue;
    (document.extracted && !pages_again ? work.to_draft : work.to_read).push_back(std::move(document));
  }
  std::stable_sort(
      work.to_read.begin(), work.to_read.end(),
      [](const RegisteredDocument& a, const RegisteredDocument& b) { return a.bytes > b.bytes; });
  return work;
}

struct Reading {
  const Matcher& matcher;
  const WordList& words;
};

Result<void> store(Run& run, const Reading& reading, const RegisteredDocument& registered,
                   const Result<Document>& document) {
  if (!document)
    return run.workspace.save_refusal(registered.sha256, document.error(), run.knowledge.extraction);
  auto stored = run.workspace.save_extraction(*document, run.knowledge.extraction,
                                              quality_of(*document, reading.words));
  if (stored) stored = draft_document(run.workspace, run.knowledge, reading.matcher, registered, *document);
  ++run.read_now;
  run.pages_now += document->pages.size();
  return stored;
}

void show_end(ProgressDisplay& display, const RegisteredDocument& registered,
              const Result<Document>& document) {
  const std::size_t pages = document ? document->pages.size() : 0;
  const std::string account =
      document ? format("{} pages", pages) : format("left out: {}", document.error().what);
  display.finished(registered.file_names.front(), registered.bytes, pages, account);
}

Limits limits_of(const RunOptions& options) {
  const std::chrono::seconds cpu(options.time_limit_seconds);
  return {.cpu = cpu,
          .wall = 3 * cpu,  // the machine may be busy with other things
          .memory = options.memory_limit_mib << 20};
}

// A page of a web site in place of the PDF that was asked for: "not found", "please sign in".
bool is_page_named_pdf(const Run& run, const RegisteredDocument& registered) {
  const bool named_pdf = std::ranges::all_of(registered.file_names, [](const std::string& name) {
    return name.ends_with(".pdf") || name.ends_with(".PDF");
  });
  return named_pdf && file_kind_at(run.workspace.kept_file(registered.sha256)) == FileKind::web_page;
}

// What is left to read. A page named .pdf is not what its name says, and what it says answers nothing.
Result<std::vector<RegisteredDocument>> without_misnamed(Run& run,
                                                         std::vector<RegisteredDocument> documents) {
  std::vector<RegisteredDocument> left;
  for (RegisteredDocument& registered : documents) {
    if (!is_page_named_pdf(run, registered)) {
      left.push_back(std::move(registered));
      continue;
    }
    const Problem problem{ProblemKind::not_pdf,
                          "the file is not a PDF: it looks like a web page",
                          {},
                          "download it again; a web page that is meant has a name that ends in .html"};
    auto stored = run.workspace.save_refusal(registered.sha256, problem, run.knowledge.extraction);
    if (!stored) return tl::unexpected(stored.error());
  }
  return left;
}

Result<void> read_documents(Run& run, const std::vector<RegisteredDocument>& documents,
                            const Matcher& matcher, ProgressDisplay& display) {
  if (documents.empty()) return {};
  const WordList words = usual_words();
  Pool pool(limits_of(run.options), workers_for(run.options.jobs));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string& sha256 = documents[i].sha256;
    pool.add(
        {.id = i,
         .file = run.workspace.kept_file(sha256),
         .sha256 = sha256,
         .password = run.options.password,
         .made_pdf = made_pdf_of(run.workspace.kept_file(sha256)),
         .task = ReadDocument{.language_data = run.language_data, .most_ocr_pages = run.options.ocr_pages}});
  }
  while (!interrupted()) {
    Pool::Polled polled = pool.next(patience);
    display.refresh();
    if (!polled.ready) continue;
    if (!polled.outcome) break;
    const RegisteredDocument& registered = documents[polled.outcome->id];
    const Result<Document> document = get_as<Document>(std::move(polled.outcome->product));
    if (auto stored = store(run, {matcher, words}, registered, document); !stored) return stored;
    show_end(display, registered, document);
  }
  return {};
}

Result<void> draft_again(Run& run, const std::vector<RegisteredDocument>& documents, const Matcher& matcher,
                         ProgressDisplay& display) {
  return draft_stored_documents(run.workspace, run.knowledge, matcher, documents,
                                workers_for(run.options.jobs), [&](const RegisteredDocument& registered) {
                                  display.finished(registered.file_names.front(), 0, 0,
                                                   "drafted anew from its kept text");
                                  return !interrupted();
                                });
}

Result<void> read_and_draft_once(Run& run) {
  auto work = work_of(run);
  if (!work) return tl::unexpected(work.error());
  auto to_read = without_misnamed(run, std::move(work->to_read));
  if (!to_read) return tl::unexpected(to_read.error());
  work->to_read = std::move(*to_read);
  std::uint64_t bytes = 0;
  for (const RegisteredDocument& document : work->to_read) bytes += document.bytes;
  ProgressDisplay display(run.console, work->to_read.size() + work->to_draft.size(), bytes);
  const Matcher& matcher = *run.knowledge.rules.matcher;
  auto done = draft_again(run, work->to_draft, matcher, display);
  if (done) done = read_documents(run, work->to_read, matcher, display);
  display.clear();
  return done;
}

Result<void> draft_all_again(Run& run) {
  auto known = run.workspace.documents(run.knowledge.extraction, run.knowledge.analysis);
  if (!known) return tl::unexpected(known.error());
  std::erase_if(*known, [](const RegisteredDocument& one) { return !one.extracted || one.analyzed; });
  ProgressDisplay display(run.console, known->size(), 0);
  auto done = draft_again(run, *known, *run.knowledge.rules.matcher, display);
  display.clear();
  return done;
}

}  // namespace

// A source that was read now concerns the drafts of every document, also of those that are not of this run.
Result<void> read_and_draft(Run& run) {
  auto done = know_sources(run.knowledge, run.lexicons, run.workspace);
  if (done) done = read_and_draft_once(run);
  if (done && !interrupted()) done = know_sources(run.knowledge, run.lexicons, run.workspace);
  const bool has_sources = run.knowledge.barring && !run.knowledge.barring->empty();
  return done && has_sources && !interrupted() ? draft_all_again(run) : done;
}

}  // namespace planmark
