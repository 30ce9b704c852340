#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <set>

#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "cli/table.h"
#include "reports/annotations_json.h"
#include "reports/answered_document.h"
#include "reports/answers_workbook.h"
#include "reports/figures_sheet.h"
#include "reports/follow_up.h"
#include "reports/guards.h"
#include "reports/profile_html.h"
#include "reports/public_gate.h"
#include "reports/published.h"
#include "reports/refi_project.h"
#include "reports/report_docx.h"
#include "reports/report_files.h"
#include "reports/survey_prefill.h"
#include "reports/year_on_year.h"
#include "review/document_text.h"
#include "review/naming.h"
#include "workbench/clock.h"

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

Result<EditionAnswers> answers_of(const OpenWorkspace& open, const ReportOptions& options,
                                  const std::string& edition) {
  return edition_answers(
      open.workspace, open.knowledge.rules, open.knowledge.systems,
      {edition, options.drafts ? Basis::drafts : Basis::confirmed, options.whole_register});
}

// The text of every document whose answers are counted.
Result<std::vector<std::string>> texts_of(const OpenWorkspace& open, const EditionAnswers& answers) {
  std::set<std::string> documents;
  for (const SystemAnswer& answer : answers.answers)
    if (!answer.document.empty() && answer.missing != Missing::unreadable) documents.insert(answer.document);
  std::vector<std::string> texts;
  for (const std::string& sha256 : documents) {
    auto document = load_text(open.workspace, sha256);
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
                                                  const ReportFacts& facts, std::size_t smallest) {
  const auto texts = texts_of(open, answers);
  if (!texts) return tl::unexpected(texts.error());
  std::vector<std::string> agreed;
  for (const GoodPractice& quote : facts.good_practice) agreed.push_back(quote.statement);
  std::vector<GateFinding> findings = gate(files, names_to_hide(open.knowledge.systems, answers),
                                           QuoteSearch(*texts, own_words(open.knowledge.rules)), agreed);
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

// What names systems and quotes their documents: the profiles and the forms for other tools.
Result<std::vector<ReportFile>> files_with_quotes(const std::vector<AnsweredDocument>& documents,
                                                  const RuleBook& rules, const ReportOptions& options,
                                                  ReportFacts& facts) {
  std::vector<ReportFile> files = profile_files(documents, rules, facts.made_by);
  for (const AnsweredDocument& document : documents)
    if (facts.profiles.empty() || facts.profiles.back().words != document.system)
      facts.profiles.push_back({document.system, profile_path(document)});
  files.push_back({"annotations.jsonld", annotations_json(documents, rules)});
  auto project = refi_project(documents, rules, {"planmark", time_stamp_in(std::chrono::seconds(0))});
  if (!project) return tl::unexpected(project.error());
  files.push_back({"project.qdpx", std::move(*project)});
  if (options.prefill.empty()) return files;
  const auto table = read_file(options.prefill);
  if (!table) return tl::unexpected(table.error());
  const auto mapping = read_form_mapping(*table, options.prefill, rules);
  if (!mapping) return tl::unexpected(mapping.error());
  std::ranges::move(prefill_files(*mapping, documents, rules, options.drafts), std::back_inserter(files));
  return files;
}

// Fills in what the report's page quotes or links to. In public nothing is quoted but what systems agreed to.
Result<std::vector<ReportFile>> quoting_files(const OpenWorkspace& open, const EditionAnswers& answers,
                                              const ReportOptions& options, ReportFacts& facts) {
  const RuleBook& rules = open.knowledge.rules;
  const auto documents = answered_documents(open.workspace, rules, open.knowledge.systems, answers);
  if (!documents) return tl::unexpected(documents.error());
  const auto named = systems_named(open.workspace);
  if (!named) return tl::unexpected(named.error());
  facts.good_practice = good_practice(*documents, rules, {.is_public = facts.is_public, .named = *named});
  if (facts.is_public) return std::vector<ReportFile>();
  return files_with_quotes(*documents, rules, options, facts);
}

// The chapter and table that hold this edition against the one before it, where there is one.
Result<void> add_year_on_year(ReportFacts& facts, const OpenWorkspace& open, const EditionAnswers& answers,
                              const ReportOptions& options, const std::vector<FollowUp>& follow_ups) {
  const auto edition = edition_before(open.workspace, answers.edition);
  if (!edition) return tl::unexpected(edition.error());
  if (edition->empty()) return {};
  auto before = answers_of(open, options, *edition);
  if (!before && before.error().kind == ProblemKind::not_found)
    return {};  // of parts that nothing is asked of
  if (!before) return tl::unexpected(before.error());
  const Knowledge& known = open.knowledge;
  // What contradicts there is told by that edition's own report.
  apply_follow_ups(follow_ups, known.rules, *before);
  const auto moves = year_on_year(open.workspace, *before, answers, known.rules, known.systems);
  if (!moves) return tl::unexpected(moves.error());
  facts.year_on_year_html = year_on_year_html(*moves, options.is_public);
  facts.year_on_year_csv = year_on_year_csv(*moves, *before, answers, known.rules);
  return {};
}

// answers.xlsx; in the public edition figures.xlsx, which names nobody.
Result<ReportFile> workbook_of(const OpenWorkspace& open, const EditionAnswers& answers,
                               const std::vector<Figure>& figures, const ReportFacts& facts) {
  Result<Workbook> workbook = facts.is_public
                                  ? figures_workbook(answers, figures, facts)
                                  : answers_workbook(open.workspace, open.knowledge.rules,
                                                     open.knowledge.systems, answers, figures, facts);
  if (!workbook) return tl::unexpected(workbook.error());
  auto bytes = xlsx_of(*workbook);
  if (!bytes) return tl::unexpected(bytes.error());
  return ReportFile{facts.is_public ? "figures.xlsx" : "answers.xlsx", std::move(*bytes)};
}

// What the report says beside its figures, but for what it quotes and links to.
Result<ReportFacts> facts_of(const OpenWorkspace& open, const ReportOptions& options,
                             const EditionAnswers& answers, const std::vector<Figure>& figures,
                             const std::vector<FollowUp>& follow_ups) {
  const Knowledge& known = open.knowledge;
  ReportFacts facts{
      format("Made by planmark {} with lexicon {}.", known.analysis.planmark, known.rules.hash.substr(0, 12)),
      guards(answers, figures, known.systems), options.is_public};
  auto pictures = chart_pictures(figures);
  if (!pictures) return tl::unexpected(pictures.error());
  facts.pictures = std::move(*pictures);
  if (const auto added = add_year_on_year(facts, open, answers, options, follow_ups); !added)
    return tl::unexpected(added.error());
  return facts;
}

// The report itself, its figures and its workbook.
Result<std::vector<ReportFile>> files_with_figures(const OpenWorkspace& open, const EditionAnswers& answers,
                                                   const std::vector<Figure>& figures,
                                                   const ReportFacts& facts) {
  const RuleBook& rules = open.knowledge.rules;
  auto files = report_files(answers, figures, rules, facts);
  auto docx = report_docx(answers, figures, rules, facts);
  if (!docx) return tl::unexpected(docx.error());
  files.push_back({"report.docx", std::move(*docx)});
  auto workbook = workbook_of(open, answers, figures, facts);
  if (!workbook) return tl::unexpected(workbook.error());
  files.push_back(std::move(*workbook));
  return files;
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
  const RuleBook& rules = open->knowledge.rules;
  const auto follow_ups = load_follow_ups(open->places.register_folder, rules);
  if (!follow_ups) return console.fail(follow_ups.error());
  auto answers = answers_of(*open, options, options.edition);
  if (!answers) return console.fail(answers.error());
  std::vector<std::string> contradictions = apply_follow_ups(*follow_ups, rules, *answers);
  const std::vector<Figure> figures = planmark::figures(*answers, rules);
  if (!options.against.empty()) {
    const auto text = compared_text(options.against, figures, table_width(console.out));
    if (!text) return console.fail(text.error());
    console.print(*text);
  }
  auto facts = facts_of(*open, options, *answers, figures, *follow_ups);
  if (!facts) return console.fail(facts.error());
  std::ranges::move(contradictions, std::back_inserter(facts->guards));
  auto quoting = quoting_files(*open, *answers, options, *facts);
  if (!quoting) return console.fail(quoting.error());
  auto files = files_with_figures(*open, *answers, figures, *facts);
  if (!files) return console.fail(files.error());
  if (options.is_public) {
    const auto findings = through_the_gate(*open, *answers, figures, *files, *facts, options.smallest_cell);
    if (!findings) return console.fail(findings.error());
    if (!findings->empty()) {
      console.tell(refusal_text(*findings));
      return Status::left_out;
    }
  }
  std::ranges::move(*quoting, std::back_inserter(*files));
  if (auto written = write_files(options.out, *files); !written) return console.fail(written.error());
  tell_about(*answers, figures, console);
  console.print(format("{} figures of edition {} ({}): {}\n", figures.size(), answers->edition,
                       options.drafts ? "drafts" : "confirmed answers",
                       (fs::path(options.out) / "report.html").string()));
  return Status::done;
}

}  // namespace planmark
