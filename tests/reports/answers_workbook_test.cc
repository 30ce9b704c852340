// The workbook out and in again: what people edit becomes decisions, once.
#include "reports/answers_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "base/format.h"
#include "corpus/sheet_table.h"
#include "corpus/zip_archive.h"
#include "reports/answers_import.h"
#include "reports/csv_line.h"
#include "reports/figures_sheet.h"
#include "reports/public_gate.h"
#include "review/assignment.h"
#include "review/drafted_answer.h"
#include "review/people.h"
#include "tests/reports/sample_answers.h"
#include "tests/support/markup_document.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const AnalysisVersion drafting_lexicon{"0.1.0", "lexicon", "72.1", "20220601"};
const AnalysisVersion next_lexicon{"0.1.0", "next", "72.1", "20220601"};
const std::vector<std::string> plan_lines = {"We asked young people.", "They met twice.",
                                             "We may ask again."};

using Table = std::vector<CsvRow>;
struct Edit {
  const char *column, *text;
};

class AnswersWorkbookTest : public testing::Test {
 protected:
  AnswersWorkbookTest() : workspace_(Workspace::open(scratch_.path() / "workspace").value()) {
    ayle_ = add("Ayle");
    bray_ = add("Bray");
  }

  // A strategy with two drafts: Yes with two quotes and one against it, and options with one quote.
  std::string add(const std::string& system) {
    const auto file = scratch_.path() / (system + ".pdf");
    EXPECT_TRUE(write_file(file, system));
    const std::string sha256 = workspace_.add_file(file).value();
    EXPECT_TRUE(
        workspace_.set_identity(sha256, {system, "strategy", "2023", "", ""}, IdentitySource::manifest, {}));
    Document document = document_from_markup(joined(plan_lines, "\n\n") + "\n");
    document.sha256 = sha256;
    EXPECT_TRUE(workspace_.save_extraction(document, {"0.1.0", "22.12.0"}));
    draft(sha256, "Yes", drafting_lexicon);
    return sha256;
  }

  void draft(const std::string& sha256, const char* value, const AnalysisVersion& version) {
    const Document document = workspace_.load_document(sha256).value();
    const auto evidence = [&](std::size_t quote) {
      const auto at = static_cast<std::uint32_t>(document.text.find(plan_lines[quote]));
      return Evidence{{at, at + static_cast<std::uint32_t>(plan_lines[quote].size())}, {}, ""};
    };
    Draft asked, how;
    asked.question = "COP-01";
    asked.answer.value = value;
    asked.evidence = {evidence(0), evidence(1)};
    asked.counter = {evidence(2)};
    how.question = "COP-05";
    how.answer.values = {"survey", "focus groups"};
    how.evidence = {evidence(1)};
    Analysis analysis;
    analysis.drafts = {asked, how};
    EXPECT_TRUE(workspace_.save_analysis(sha256, "strategy", analysis, sample_survey(), version));
  }

  std::string workbook(Basis basis = Basis::confirmed) {
    const auto answers = edition_answers(workspace_, sample_survey(), {}, {"2023", basis, false}).value();
    const auto made = answers_workbook(workspace_, sample_survey(), {}, answers,
                                       figures(answers, sample_survey()), {"Made by a test.", {"A guard."}});
    EXPECT_TRUE(made) << (made ? "" : describe(made.error()));
    return xlsx_of(made.value()).value();
  }

  Table sheet(const char* name = answers_sheet) { return parse_sheet(workbook(), "x.xlsx", name).value(); }

  static std::string& cell(Table& table, std::size_t row, const std::string& column) {
    const auto& head = table.front().cells;
    return table[row]
        .cells[static_cast<std::size_t>(std::find(head.begin(), head.end(), column) - head.begin())];
  }

  static Table edited(Table table, std::size_t row, const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) cell(table, row, edit.column) = edit.text;
    return table;
  }

  Result<AnswersImport> read(const Table& table, const std::string& person = "ada") {
    return read_answers(workspace_, sample_survey(), {}, table, "x.xlsx", {person, "2024-01-05T10:00:00Z"});
  }

  // What an import comes to, in a line for each row that is not as it was.
  static std::vector<std::string> told(const Result<AnswersImport>& import) {
    if (!import) return {describe(import.error())};
    std::vector<std::string> lines;
    for (const SheetChange& change : import->changes)
      lines.push_back(format("row {}: {}: {} -> {} ({})", change.row, change.about, change.before,
                             change.after, change.decision.action));
    for (const Problem& conflict : import->conflicts) lines.push_back("conflict: " + conflict.what);
    for (const Problem& mistake : import->mistakes) lines.push_back(mistake.where + ": " + mistake.what);
    return lines;
  }

  std::vector<std::string> import(const Table& table, const std::string& person = "ada") {
    const auto read_in = read(table, person);
    const auto lines = told(read_in);
    if (read_in && read_in->mistakes.empty()) {
      const auto recorded = record_answers(workspace_, sample_survey(), *read_in);
      EXPECT_TRUE(recorded) << describe(recorded.error());
    }
    return lines;
  }

  std::size_t recorded() const { return decisions(workspace_, {})->size(); }

  TemporaryFolder scratch_;
  Workspace workspace_;
  std::string ayle_, bray_;
};

// Rows of the sheet: 2 Ayle COP-01, 3 Bray COP-01, 4 Ayle COP-05, 5 Bray COP-05.
TEST_F(AnswersWorkbookTest, EachEditIsADecisionOrIsRefusedAtItsPlace) {
  const Table out = sheet();
  const struct {
    std::size_t row;
    std::vector<Edit> edits;
    std::vector<std::string> told;
  } rows[] = {
      {2, {}, {}},
      {2,
       {{"system", "Bray"}, {"status", "confirmed"}, {"draft", "No"}, {"by", "x"}},
       {}},  // to be read alone
      {2, {{"answer", "Yes"}, {"quotes", "1"}}, {"row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"}},
      {2,
       {{"answer", " yes "}, {"quotes", "2, 1"}},
       {"row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"}},
      {2,
       {{"answer", "Confirm draft"}, {"quotes", "ALL"}},
       {"row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"}},
      {2, {{"answer", "Yes"}, {"quotes", "3"}}, {"row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"}},
      {2, {{"answer", "Yes"}}, {"x.xlsx, row 2, column quotes: \"Yes\" needs evidence"}},
      {2,
       {{"answer", "Yes"}, {"quotes", "4"}},
       {"x.xlsx, row 2, column quotes: there is no quote \"4\" of this answer"}},
      {2,
       {{"answer", "Yes"}, {"quotes", "0"}},
       {"x.xlsx, row 2, column quotes: there is no quote \"0\" of this answer"}},
      {2,
       {{"answer", "Yes"}, {"quotes", "1-2"}},
       {"x.xlsx, row 2, column quotes: there is no quote \"1-2\" of this answer"}},
      {2,
       {{"answer", "No"}, {"reason", "They were told."}},
       {"row 2: Ayle, strategy 2023, COP-01:  -> No (change)"}},
      {2,
       {{"answer", "No"}},
       {"x.xlsx, row 2, column reason: the draft says \"Yes\", so \"No\" needs a reason"}},
      {2, {{"answer", "Perhaps"}}, {"x.xlsx, row 2, column answer: COP-01 cannot be answered \"Perhaps\""}},
      {2, {{"answer", "cannot tell"}}, {"row 2: Ayle, strategy 2023, COP-01:  -> Cannot tell (cannot tell)"}},
      {2,
       {{"comment", "Look again."}},
       {"x.xlsx, row 2, column answer: quotes, a reason or a comment are kept with an answer, and there is "
        "none"}},
      {4,
       {{"answer", "focus groups; survey"}, {"quotes", "1"}, {"reason", "order"}},
       {"row 4: Ayle, strategy 2023, COP-05:  -> focus groups; survey (change)"}},
      {4,
       {{"answer", "survey; focus groups"}, {"quotes", "1"}},
       {"row 4: Ayle, strategy 2023, COP-05:  -> survey; focus groups (confirm)"}},
      {4,
       {{"answer", "survey; tea"}, {"quotes", "1"}, {"reason", "x"}},
       {"x.xlsx, row 4, column answer: COP-05 cannot be answered \"tea\""}},
      {4,
       {{"answer", "other: tea"}, {"quotes", "1"}, {"reason", "x"}},
       {"row 4: Ayle, strategy 2023, COP-05:  -> other: tea (change)"}},
      {4, {{"answer", "None"}, {"reason", "x"}}, {"row 4: Ayle, strategy 2023, COP-05:  -> None (change)"}},
      {2,
       {{"answer", "No"}, {"record", "v1"}},
       {"x.xlsx, row 2, column record: \"v1\" is not what was written here"}},
      {2,
       {{"answer", "No"}, {"document", "feed"}},
       {"x.xlsx, row 2, column document: there is no such document in the workspace"}},
      {2,
       {{"answer", "No"}, {"question", "COP-99"}},
       {"x.xlsx, row 2, column question: there is no question \"COP-99\""}},
      {2,
       {{"answer", "No"}, {"document", ""}},
       {"x.xlsx, row 2, column answer: there is no document that this could be an answer of"}},
  };
  for (const auto& row : rows) EXPECT_EQ(told(read(edited(out, row.row - 1, row.edits))), row.told);
  EXPECT_EQ(recorded(), 0U) << "reading records nothing";
}

TEST_F(AnswersWorkbookTest, AMistakeInOneRowAndNothingIsRecorded) {
  const Table table =
      edited(edited(sheet(), 1, {{"answer", "Yes"}, {"quotes", "1"}}), 2, {{"answer", "Yes"}});
  EXPECT_THAT(import(table), ElementsAre(HasSubstr("row 2"), HasSubstr("row 3, column quotes")));
  EXPECT_EQ(recorded(), 0U);
}

TEST_F(AnswersWorkbookTest, TheSameFileTwiceIsRecordedOnce) {
  const Table table =
      edited(sheet(), 1, {{"answer", "confirm draft"}, {"quotes", "all"}, {"comment", "=so"}});
  EXPECT_THAT(import(table), ElementsAre("row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"));
  const Decision made = decisions(workspace_, ayle_)->at(0);
  EXPECT_EQ(made.person, "ada");
  EXPECT_EQ(made.at, "2024-01-05T10:00:00Z");
  EXPECT_EQ(made.comment, "=so");
  EXPECT_EQ(made.draft_answer, "Yes");
  EXPECT_TRUE(made.draft_shown);
  EXPECT_EQ(made.quotes.size(), 2U);
  EXPECT_THAT(import(table), IsEmpty());
  EXPECT_EQ(read(table)->known, 1U);
  EXPECT_EQ(recorded(), 1U);

  // What it made, edited and brought back, follows it; then the first file is still known.
  EXPECT_THAT(read(sheet())->unchanged, 4U);
  const Table next = edited(sheet(), 1, {{"answer", "To some extent"}, {"reason", "once"}});
  EXPECT_THAT(import(next),
              ElementsAre("row 2: Ayle, strategy 2023, COP-01: Yes -> To some extent (change)"));
  EXPECT_EQ(decisions(workspace_, ayle_)->at(1).supersedes, made.number);
  EXPECT_THAT(import(table), IsEmpty());
  EXPECT_THAT(import(next), IsEmpty());
  EXPECT_EQ(recorded(), 2U);
}

TEST_F(AnswersWorkbookTest, AnAnswerIsNotTakenBack) {
  import(edited(sheet(), 1, {{"answer", "Yes"}, { "quotes", "1" }}));
  EXPECT_THAT(import(edited(sheet(), 1, {{"answer", ""}})),
              ElementsAre("x.xlsx, row 2, column answer: an answer that was given is not taken back"));
}

TEST_F(AnswersWorkbookTest, WhatSomebodyHasDecidedSinceIsAConflictUnlessItIsTheSame) {
  const Table before = sheet();
  import(edited(before, 1, {{"answer", "No"}, { "reason", "x" }}), "ben");
  const Table both = edited(edited(before, 1, {{"answer", "Yes"}, {"quotes", "1"}}), 2,
                            {{"answer", "Yes"}, {"quotes", "1"}});
  EXPECT_THAT(
      import(both),
      ElementsAre(
          "row 3: Bray, strategy 2023, COP-01:  -> Yes (confirm)",
          "conflict: ben has decided since, at 2024-01-05T10:00:00Z: \"No\"; the sheet says \"Yes\""));
  EXPECT_EQ(standing(workspace_, ayle_, "COP-01").value()->answer, "No");
  EXPECT_EQ(recorded(), 2U) << "the other row is recorded";
  EXPECT_THAT(told(read(edited(before, 1, {{"answer", "No"}, {"reason", "x"}}))), IsEmpty());
  EXPECT_THAT(told(read(before)), IsEmpty()) << "a row that nobody edited is no conflict";
}

TEST_F(AnswersWorkbookTest, WhatWasDraftedAnewIsAConflict) {
  const Table before = edited(sheet(), 1, {{"answer", "Yes"}, {"quotes", "1"}});
  draft(ayle_, "No", next_lexicon);
  EXPECT_THAT(told(read(before)), ElementsAre(HasSubstr("conflict: it has been drafted anew")));
}

TEST_F(AnswersWorkbookTest, WhatIsRejectedStaysSo) {
  Decision made;
  made.sha256 = ayle_;
  made.question = "COP-01";
  made.person = "ada";
  made.at = "2024-01-01T10:00:00Z";
  made.action = "confirm";
  const auto drafted = drafted_answers(workspace_, ayle_)->front().quotes;
  made.quotes = {{Verdict::accepted, 1, drafted[0].span, drafted[0].quote, ""},
                 {Verdict::rejected, 1, drafted[1].span, drafted[1].quote, "of somebody else"}};
  ASSERT_TRUE(record_decision(workspace_, sample_survey(), made));
  Table table = sheet();
  EXPECT_EQ(cell(table, 1, "quotes"), "1");
  import(edited(table, 1, {{ "comment", "clear" }}));
  EXPECT_EQ(standing(workspace_, ayle_, "COP-01").value()->quotes, made.quotes);
}

TEST_F(AnswersWorkbookTest, OnlyWhoReviewsMayBringItBackAndNotWhoMarksBlind) {
  ASSERT_TRUE(
      add_person(workspace_, {"ada", "Ada Obi", {Role::reviewer}}, {"planmark", "2024-01-01T10:00:00Z"}));
  const Table table = edited(sheet(), 1, {{"answer", "Yes"}, {"quotes", "1"}});
  EXPECT_THAT(told(read(table, "eve")), ElementsAre(HasSubstr("nobody active has the sign-in name \"eve\"")));
  EXPECT_THAT(told(read(table, "")), ElementsAre(HasSubstr("nobody active")));
  EXPECT_EQ(read(table)->changes.size(), 1U);
  ASSERT_TRUE(assign(workspace_, sample_survey(), {{ayle_, "", "ada", Mark::second, ""}},
                     {"ada", "2024-01-01T10:00:00Z"}));
  EXPECT_THAT(told(read(table)), ElementsAre(HasSubstr("ada marks this a second time")));
}

TEST_F(AnswersWorkbookTest, ACsvOfTheSheetIsTheSame) {
  std::string csv(csv_begin);
  for (const CsvRow& row :
       edited(sheet(), 1, {{"answer", "Yes"}, {"quotes", "1; 2"}, {"comment", "two\nlines, \"so\""}}))
    csv += csv_line(row.cells);
  EXPECT_THAT(told(read(parse_table(csv, "x.csv", answers_sheet).value())),
              ElementsAre("row 2: Ayle, strategy 2023, COP-01:  -> Yes (confirm)"));
}

TEST_F(AnswersWorkbookTest, ATableThatIsAnotherIsRefused) {
  EXPECT_THAT(told(read({})), ElementsAre(HasSubstr("there is no table")));
  EXPECT_THAT(told(read(sheet("evidence"))), ElementsAre(HasSubstr("there is no column \"record\"")));
  Table twice = sheet();
  twice.front().cells[0] = "Answer";
  EXPECT_THAT(told(read(twice)), ElementsAre(HasSubstr("the column \"answer\" stands twice")));
  Table doubled = edited(sheet(), 1, {{"answer", "Cannot tell"}});
  doubled.push_back(doubled[1]);
  EXPECT_THAT(told(read(doubled)), ElementsAre(HasSubstr("row 2"), HasSubstr("stands in a row above too")));
}

TEST_F(AnswersWorkbookTest, TellsDraftsFromAnswersInEverySheet) {
  import(edited(sheet(), 1, {{"answer", "Yes"}, { "quotes", "1" }}));
  Decision second;
  second.sha256 = ayle_;
  second.question = "COP-01";
  second.person = "ben";
  second.at = "2024-01-06T10:00:00Z";
  second.mark = Mark::second;
  second.action = "answer";
  second.answer = "No";
  second.draft_shown = false;
  ASSERT_TRUE(record_decision(workspace_, sample_survey(), second));

  Table answers = sheet();
  EXPECT_EQ(cell(answers, 1, "status"), "confirmed");
  EXPECT_EQ(cell(answers, 1, "by"), "ada");
  EXPECT_EQ(cell(answers, 2, "status"), "DRAFT, not confirmed");
  EXPECT_EQ(cell(answers, 2, "answer"), "") << "a draft is not an answer";
  EXPECT_EQ(cell(answers, 2, "draft"), "Yes");
  Table evidence = sheet("evidence");
  ASSERT_EQ(evidence.size(), 1 + 2 * (3 + 1U));
  EXPECT_THAT(evidence[1].cells, ElementsAre("Ayle", "strategy", "2023", "COP-01", "1", plan_lines[0], "1",
                                             "for", "accepted", "", "Ayle.pdf"));
  EXPECT_EQ(cell(evidence, 3, "speaks"), "against");
  EXPECT_EQ(cell(evidence, 3, "judged"), "not judged");
  Table differing = sheet("disagreements");
  ASSERT_EQ(differing.size(), 3U);
  EXPECT_EQ(cell(differing, 2, "who or which"), "ben (second mark)");
  EXPECT_EQ(cell(differing, 2, "settled"), "open");

  for (const Basis basis : {Basis::drafts, Basis::confirmed}) {
    const bool says = basis == Basis::drafts;
    const auto in_edition = edition_answers(workspace_, sample_survey(), {}, {"2023", basis, false}).value();
    const Sheet drawn = figures_sheet(figures(in_edition, sample_survey()));
    EXPECT_EQ(drawn.rows.front().front().text.starts_with("DRAFT"), says);
    EXPECT_EQ(drawn.charts.size(), 2U);
    EXPECT_EQ(drawn.charts.front().title.starts_with("Draft: "), says);
    const auto read_me = parse_sheet(workbook(basis), "x.xlsx", "read me").value();
    EXPECT_EQ(read_me.front().cells.front().starts_with("DRAFT"), says);
    const auto parts = read_zip(workbook(basis), "x.xlsx").value();
    for (const ZipEntry& part : parts) {
      if (!part.name.starts_with("xl/worksheets/sheet")) continue;
      EXPECT_EQ(part.bytes.find("&amp;BDRAFT") != std::string::npos, says) << part.name;
    }
  }
}

TEST_F(AnswersWorkbookTest, ThePublicWorkbookPassesTheGateAndTheOtherDoesNot) {
  const Register systems = load_register(std::string(PLANMARK_SOURCE_DIR) + "/corpus/register").value();
  const auto answers =
      edition_answers(workspace_, sample_survey(), {}, {"2023", Basis::drafts, false}).value();
  const auto all = figures(answers, sample_survey());
  const ReportFacts facts{"Made by a test.", {"Not in the register of systems: Ayle."}, true};
  const ReportFile open{"figures.xlsx", xlsx_of(figures_workbook(answers, all, facts)).value()};
  const ReportFile full{"answers.xlsx", workbook()};
  const auto names = names_to_hide(systems, answers);
  std::vector<std::string> found;
  for (const GateFinding& finding : gate({open}, names, QuoteSearch({}, {}))) found.push_back(finding.found);
  EXPECT_THAT(found, IsEmpty());
  for (const GateFinding& finding : gate({full}, names, QuoteSearch({}, {}))) found.push_back(finding.found);
  EXPECT_THAT(found, ElementsAre("Ayle", "Bray"));
}

}  // namespace
}  // namespace planmark
