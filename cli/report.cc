#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "cli/table.h"
#include "reports/guards.h"
#include "reports/public_gate.h"
#include "reports/published.h"
#include "reports/report_files.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

Result<void> write_files(const fs::path& folder, const std::vector<ReportFile>& files) {
  for (const ReportFile& file : files) {
    const fs::path path = folder / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
      return failure(ProblemKind::storage, "this folder cannot be made: " + error.message(),
                     path.parent_path().string(), "name another with --out");
    if (auto written = write_file(path, file.bytes); !written) return written;
  }
  return {};
}

std::string comparison_text(const std::vector<ComparedNumber>& compared, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const ComparedNumber& number : compared)
    rows.push_back({number.published.question, number.published.part, number.published.option,
                    format("{} %", number.published.per_cent),
                    number.ours ? to_text(*number.ours) : std::string("–"), words_of(number.outcome),
                    number.remark});
  return table({{"question"}, {"part"}, {"answer"}, {"printed", true}, {"ours"}, {""}, {""}}, rows, width);
}

Result<std::string> compared_text(const std::string& file, const std::vector<Figure>& figures,
                                  std::size_t width) {
  const auto bytes = read_file(file);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto published = read_published(*bytes, file);
  if (!published) return tl::unexpected(published.error());
  return comparison_text(compare_published(*published, figures), width);
}

Result<EditionAnswers> answers_of(const OpenWorkspace& open, const ReportOptions& options) {
  return edition_answers(
      open.workspace, open.knowledge.rules, open.knowledge.systems,
      {options.edition, options.drafts ? Basis::drafts : Basis::confirmed, options.whole_register});
}

// The text of every document whose answers are counted.
Result<std::vector<std::string>> texts_of(const OpenWorkspace& open, const EditionAnswers& answers) {
  std::set<std::string> documents;
  for (const SystemAnswer& answer : answers.answers)
    if (!answer.document.empty() && answer.missing != Missing::unreadable) documents.insert(answer.document);
  std::vector<std::string> texts;
  for (const std::string& sha256 : documents) {
    auto document = open.workspace.load_document(sha256);
    if (!document && document.error().kind == ProblemKind::not_found) continue;  // it was never read
    if (!document) return tl::unexpected(document.error());
    texts.push_back(std::move(document->text));
  }
  return texts;
}

// What the survey itself says may stand in a document too.
std::vector<std::string> own_words(const RuleBook& rules) {
  std::vector<std::string> words;
  for (const Question& question : rules.questions) {
    words.push_back(question.wording);
    words.push_back(question.source);
    for (const Option& option : question.options) words.push_back(option.name);
  }
  return words;
}

Result<std::vector<GateFinding>> through_the_gate(const OpenWorkspace& open, const EditionAnswers& answers,
                                                  const std::vector<Figure>& figures,
                                                  const std::vector<ReportFile>& files,
                                                  std::size_t smallest) {
  const auto texts = texts_of(open, answers);
  if (!texts) return tl::unexpected(texts.error());
  std::vector<GateFinding> findings = gate(files, names_to_hide(open.knowledge.systems, answers),
                                           QuoteSearch(*texts, own_words(open.knowledge.rules)));
  std::ranges::move(small_cells(figures, smallest), std::back_inserter(findings));
  return findings;
}

std::string refusal_text(const std::vector<GateFinding>& findings) {
  std::string text =
      format("planmark: the public edition is not written: {} things must not leave\n", findings.size());
  for (const GateFinding& finding : findings)
    text += format("  {}: {}, \"{}\": {}\n", finding.file, finding.what, finding.found, finding.around);
  return text + "  planmark report without --public makes the full report\n";
}

// What a reader must know before the figures are read: nothing was confirmed, say.
void tell_about(const EditionAnswers& answers, const std::vector<Figure>& figures, const Console& console) {
  const bool is_empty =
      std::all_of(figures.begin(), figures.end(), [](const Figure& figure) { return figure.base == 0; });
  if (!is_empty || answers.basis == Basis::drafts) return;
  console.tell(
      "planmark: no answer of this edition has been confirmed, so no figure has a base\n"
      "  planmark report --basis drafts shows the drafts' figures, marked as such\n");
}

}  // namespace

Status report_command(const CommonOptions& common, const ReportOptions& options, const Console& console) {
  if (options.is_public && options.drafts)
    return console.fail({ProblemKind::bad_input, "drafts are not published", "--public",
                         "leave --basis drafts out: the public edition is made of confirmed answers"});
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto answers = answers_of(*open, options);
  if (!answers) return console.fail(answers.error());
  const std::vector<Figure> figures = planmark::figures(*answers, open->knowledge.rules);
  if (!options.against.empty()) {
    const auto text =
        compared_text(options.against, figures, console.out.interactive ? console.out.width : 10'000);
    if (!text) return console.fail(text.error());
    console.print(*text);
  }
  const ReportFacts facts{format("Made by planmark {} with lexicon {}.", open->knowledge.analysis.planmark,
                                 open->knowledge.rules.hash.substr(0, 12)),
                          guards(*answers, figures, open->knowledge.systems), options.is_public};
  const auto files = report_files(*answers, figures, open->knowledge.rules, facts);
  if (options.is_public) {
    const auto findings = through_the_gate(*open, *answers, figures, files, options.smallest_cell);
    if (!findings) return console.fail(findings.error());
    if (!findings->empty()) {
      console.tell(refusal_text(*findings));
      return Status::left_out;
    }
  }
  if (auto written = write_files(options.out, files); !written) return console.fail(written.error());
  tell_about(*answers, figures, console);
  console.print(format("{} figures of edition {} ({}): {}\n", figures.size(), answers->edition,
                       options.drafts ? "drafts" : "confirmed answers",
                       (fs::path(options.out) / "report.html").string()));
  return Status::done;
}

}  // namespace planmark
