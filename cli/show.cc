#include <algorithm>

#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "cli/show_acronyms.h"
#include "cli/show_page.h"
#include "cli/table.h"
#include "reports/document_drafts.h"
#include "reports/drafts_text.h"
#include "reports/lead_disagreement.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

// What other documents of its system say of its leads.
Result<std::string> disagreements_with(const OpenWorkspace& open, const RegisteredDocument& registered,
                                       const std::string& question, std::size_t width) {
  auto documents = open.workspace.documents(open.knowledge.extraction, open.knowledge.analysis);
  if (!documents) return tl::unexpected(documents.error());
  std::erase_if(*documents, [&](const RegisteredDocument& other) {
    return other.identity.system != registered.identity.system;
  });
  const auto answers = open.workspace.load_answers();
  if (!answers) return tl::unexpected(answers.error());
  auto disagreements = lead_disagreements(open.workspace, *answers, *documents, open.knowledge.systems);
  if (!disagreements) return tl::unexpected(disagreements.error());
  if (!question.empty())
    std::erase_if(*disagreements, [&](const LeadDisagreement& one) { return one.question != question; });
  const std::string text = disagreements_text(*disagreements, width, registered.sha256);
  return text.empty() ? text : "\n" + text;
}

Result<std::string> drafts_of(const OpenWorkspace& open, const RegisteredDocument& registered,
                              const ShowOptions& options, TextStyle style) {
  const std::string& question = options.question;
  if (!question.empty() && open.knowledge.rules.find_question(question) == nullptr) {
    std::string known;
    for (const Question& one : open.knowledge.rules.questions) known += (known.empty() ? "" : ", ") + one.id;
    return failure(ProblemKind::not_found, format("there is no question {}", question), "",
                   "questions: " + known);
  }
  auto drafts = gather_drafts(open.workspace, registered);
  if (!drafts) return tl::unexpected(drafts.error());
  if (*drafts && !(*drafts)->drafts.empty()) {
    auto disagreements = disagreements_with(open, registered, question, style.width);
    if (!disagreements) return tl::unexpected(disagreements.error());
    return drafts_text(**drafts, open.knowledge.rules, open.knowledge.systems, question,
                       options.all ? Detail::all : Detail::best, style) +
           *disagreements;
  }
  std::string text = document_heading(registered, open.knowledge.systems, style);
  if (registered.refusal) return text + "\nIt could not be read: " + describe(*registered.refusal) + "\n";
  if (!registered.analyzed) return text + "\nNot drafted yet: planmark run does it.\n";
  return text +
         "\nNo drafts: the survey asks nothing of a document that is not known to be a strategy or a plan.\n"
         "planmark add FILE --part plan settles what it is.\n";
}

std::string text_of(const Document& document) {
  std::string text;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    text += format("--- page {}{} ---\n", i + 1,
                   page.state == PageState::text ? "" : format(" ({}) {}", name_of(page.state), page.reason));
    std::string_view rest = slice(document.text, page.span);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += printable(rest.substr(0, end)) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return text;
}

std::string pages_of(const Quality& quality, const RecognisedPages& recognised) {
  std::string text = std::to_string(quality.pages);
  const auto some = [&](std::uint32_t pages, const char* what) {
    if (pages > 0) text += format("; {} {}", pages, what);
  };
  some(quality.blank_pages, "blank");
  some(quality.unreadable_pages, "could not be read");
  if (recognised.pages > 0)
    text += format("; {} recognised in their picture (mean confidence {:.0f} %)", recognised.pages,
                   100 * recognised.confidence);
  some(quality.column_pages, "in several columns");
  return text;
}

std::string account_of(const Quality& quality, const RecognisedPages& recognised) {
  std::string known;
  if (quality.known_share)
    known = format("; {:.1f} % of them in the dictionary", 100 * *quality.known_share);
  else if (quality.words > 0)
    known = "; how many are in a dictionary is not known: none is installed (Debian: wbritish)";
  std::string text =
      format("Pages: {}\nWords: {}{}\nLanguage: {}\nTables: {}\n", pages_of(quality, recognised),
             quality.words, known, language_of(quality), quality.tables);
  if (quality.unmapped_characters == 0) return text;
  std::string fonts;
  for (const std::string& font : quality.unmapped_fonts)
    fonts += (fonts.empty() ? "" : ", ") + printable(font);
  return text + format("Characters without a meaning: {}, in {}\n", quality.unmapped_characters, fonts);
}

std::string extraction_of(const Document& document, const Quality& quality, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    rows.push_back({std::to_string(i + 1), printable(page.label),
                    format("{:.0f} x {:.0f}", page.width, page.height), std::to_string(page.span.size()),
                    name_of(page.state),
                    page.ocr_confidence > 0 ? format("{:.0f} %", page.ocr_confidence * 100) : "",
                    printable(page.reason)});
  }
  std::string text = format("Title: {}\nMade by: {}\nMade on: {}\nTagged: {}\n", printable(document.title),
                            printable(document.producer), document.created, document.tagged ? "yes" : "no");
  text += account_of(quality, recognised_pages(document)) + "\n";
  text += table({{.head = "PAGE", .numbers = true},
                 {.head = "PRINTED"},
                 {.head = "POINTS"},
                 {.head = "BYTES", .numbers = true},
                 {.head = "STATE"},
                 {.head = "OCR", .numbers = true},
                 {.head = "REASON"}},
                rows, width);
  for (const PageProblem& problem : document.problems) text += "\n" + describe(problem.problem) + "\n";
  return text;
}

std::string identity_of(const RegisteredDocument& registered, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const IdentityEvidence& evidence : registered.identity_evidence) {
    rows.push_back({evidence.member, printable(evidence.value), evidence.source, printable(evidence.quote)});
  }
  const IdentitySource source = registered.identity_source;
  const std::string settled =
      source == IdentitySource::proposed ? "" : format("\nSettled by a {}.\n", name_of(source));
  if (rows.empty()) return settled.empty() ? "\nNothing was found that says what it is.\n" : settled;
  return settled + "\n" +
         table({{.head = "MEMBER"}, {.head = "VALUE"}, {.head = "WHERE"}, {.head = "WORDS"}}, rows, width);
}

Result<std::string> shown(const OpenWorkspace& open, const ShowOptions& options, const Terminal& terminal) {
  const TextStyle style{terminal.width, terminal.colour};
  auto registered = find_registered(open, options.document);
  if (!registered) return tl::unexpected(registered.error());
  if (options.what == ShowOptions::What::drafts) return drafts_of(open, *registered, options, style);
  if (options.what == ShowOptions::What::page) return page_of(open, *registered, options);
  const std::string heading = document_heading(*registered, open.knowledge.systems, style);
  if (options.what == ShowOptions::What::identity) return heading + identity_of(*registered, style.width);
  if (registered->refusal)
    return heading + "\nIt could not be read: " + describe(*registered->refusal) + "\n";
  auto document = open.workspace.load_document(registered->sha256);
  if (!document) return tl::unexpected(document.error());
  if (options.what == ShowOptions::What::text) return text_of(*document);
  if (options.what == ShowOptions::What::acronyms) {
    auto acronyms = acronyms_of(open, *document, style.width);
    if (!acronyms) return tl::unexpected(acronyms.error());
    return heading + "\n" + *acronyms;
  }
  auto quality = open.workspace.load_quality(registered->sha256);
  if (!quality) return tl::unexpected(quality.error());
  if (!*quality) *quality = quality_of(*document, usual_words());
  return heading + "\n" + extraction_of(*document, **quality, style.width);
}

}  // namespace

Status show_command(const CommonOptions& common, const ShowOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  auto text = shown(*open, options, console.out);
  if (!text) return console.fail(text.error());
  if (options.out.empty()) {
    console.print(*text);
  } else if (auto written = write_file(options.out, *text); !written) {
    return console.fail(written.error());
  }
  return Status::done;
}

}  // namespace planmark
