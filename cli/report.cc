#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <future>
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

Result<void> write_report(const fs::path& folder, const std::vector<ReportFile>& files) {
  std::vector<FileToWrite> written;
  for (const ReportFile& file : files) written.push_back({folder / file.path, file.bytes});
  return write_files(written).map_error([](Problem problem) {
    problem.fix = "name another folder with --out, or make room";
    return problem;
  });
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

// What the report's page quotes and links to. In public nothing is quoted but what systems agreed to.
Result<void> add_quotes(ReportFacts& facts, const OpenWorkspace& open,
                        const std::vector<AnsweredDocument>& documents) {
  const auto named = systems_named(open.workspace);
  if (!named) return tl::unexpected(named.error());
  facts.good_practice =
      good_practice(documents, open.knowledge.rules, {.is_public = facts.is_public, .named = *named});
  if (facts.is_public) return {};
  for (const AnsweredDocument& document : documents)
    if (facts.profiles.empty() || facts.profiles.back().words != document.system)
      facts.profiles.push_back({document.system, profile_path(document)});
  return {};
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
  const YearOnYear moves = year_on_year(*before, answers, known.rules, known.systems);
  facts.year_on_year_html = year_on_year_html(moves, options.is_public);
  facts.year_on_year_csv = year_on_year_csv(moves, *before, answers, known.rules);
  return {};
}

using Files = Result<std::vector<ReportFile>>;
using BegunForms = std::vector<std::future<Files>>;

// Where no thread can be had, the form is made when it is asked for.
std::future<Files> begin_form(std::function<Files()> form) {
  return std::async(std::launch::async | std::launch::deferred, std::move(form));
}

Files as_file(const char* path, Result<std::string> bytes) {
  return std::move(bytes).map([&](std::string made) {
    std::vector<ReportFile> files;
    files.push_back({path, std::move(made)});
    return files;
  });
}

Files prefilled_files(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                      const ReportOptions& options) {
  const auto table = read_file(options.prefill);
  if (!table) return tl::unexpected(table.error());
  const auto mapping = read_form_mapping(*table, options.prefill, rules);
  if (!mapping) return tl::unexpected(mapping.error());
  return prefill_files(*mapping, documents, rules, options.drafts);
}

// What names systems and quotes their documents: the profiles and the forms for other tools. All that is
// given must outlive them.
void begin_quoting_forms(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                         const ReportOptions& options, const std::string& made_by, BegunForms& forms) {
  forms.push_back(begin_form([&] {
    const std::string now = time_stamp_in(std::chrono::seconds(0));
    return as_file("project.qdpx", refi_project(documents, rules, {"planmark", now}));
  }));
  forms.push_back(
      begin_form([&] { return as_file("annotations.jsonld", annotations_json(documents, rules)); }));
  forms.push_back(begin_form([&]() -> Files { return profile_files(documents, rules, made_by); }));
  if (!options.prefill.empty())
    forms.push_back(begin_form([&] { return prefilled_files(documents, rules, options); }));
}

// The files in the order of the forms.
Files files_of(BegunForms forms) {
  std::vector<ReportFile> files;
  for (std::future<Files>& form : forms) {
    auto made = form.get();
    if (!made) return made;
    std::ranges::move(*made, std::back_inserter(files));
  }
  return files;
}

struct Made {
  std::vector<ReportFile> files;
  ReportFacts facts;
};

// The workspace is read here while charts are drawn, and each form is begun as soon as there is what it is
// made of: the workbook, which takes longest, before all others.
Result<Made> make_report(const OpenWorkspace& open, const ReportOptions& options,
                         const EditionAnswers& answers, const std::vector<Figure>& figures,
                         const std::vector<FollowUp>& follow_ups,
                         const std::vector<std::string>& contradictions) {
  const RuleBook& rules = open.knowledge.rules;
  const Register& systems = open.knowledge.systems;
  auto pictures = std::async(std::launch::async | std::launch::deferred, chart_pictures, std::cref(figures));
  ReportFacts facts{format("Made by planmark {} with lexicon {}.", open.knowledge.analysis.planmark,
                           rules.hash.substr(0, 12)),
                    guards(answers, figures, systems), options.is_public};
  std::ranges::copy(contradictions, std::back_inserter(facts.guards));
  const Result<Workbook> workbook =
      options.is_public ? figures_workbook(answers, figures, facts)
                        : answers_workbook(open.workspace, rules, systems, answers, figures, facts);
  if (!workbook) return tl::unexpected(workbook.error());
  Result<std::vector<AnsweredDocument>> documents;
  BegunForms forms;
  forms.push_back(begin_form(
      [&] { return as_file(options.is_public ? "figures.xlsx" : "answers.xlsx", xlsx_of(*workbook)); }));
  documents = answered_documents(open.workspace, rules, systems, answers);
  if (!documents) return tl::unexpected(documents.error());
  if (!options.is_public) begin_quoting_forms(*documents, rules, options, facts.made_by, forms);
  if (const auto added = add_quotes(facts, open, *documents); !added) return tl::unexpected(added.error());
  if (const auto added = add_year_on_year(facts, open, answers, options, follow_ups); !added)
    return tl::unexpected(added.error());
  auto drawn = pictures.get();
  if (!drawn) return tl::unexpected(drawn.error());
  facts.pictures = std::move(*drawn);
  forms.push_back(begin_form([&]() -> Files { return report_files(answers, figures, rules, facts); }));
  forms.push_back(
      begin_form([&] { return as_file("report.docx", report_docx(answers, figures, rules, facts)); }));
  auto files = files_of(std::move(forms));
  if (!files) return tl::unexpected(files.error());
  return Made{std::move(*files), std::move(facts)};
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
  const std::vector<std::string> contradictions = apply_follow_ups(*follow_ups, rules, *answers);
  const std::vector<Figure> figures = planmark::figures(*answers, rules);
  if (!options.against.empty()) {
    const auto text = compared_text(options.against, figures, table_width(console.out));
    if (!text) return console.fail(text.error());
    console.print(*text);
  }
  const auto made = make_report(*open, options, *answers, figures, *follow_ups, contradictions);
  if (!made) return console.fail(made.error());
  if (options.is_public) {
    const auto findings =
        through_the_gate(*open, *answers, figures, made->files, made->facts, options.smallest_cell);
    if (!findings) return console.fail(findings.error());
    if (!findings->empty()) {
      console.tell(refusal_text(*findings));
      return Status::left_out;
    }
  }
  if (auto written = write_report(options.out, made->files); !written) return console.fail(written.error());
  tell_about(*answers, figures, console);
  console.print(format("{} figures of edition {} ({}): {}\n", figures.size(), answers->edition,
                       options.drafts ? "drafts" : "confirmed answers",
                       (fs::path(options.out) / "report.html").string()));
  return Status::done;
}

}  // namespace planmark
