#include "reports/report_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "reports/follow_up.h"
#include "reports/guards.h"
#include "reports/report_files.h"
#include "tests/reports/sample_answers.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const EditionAnswers& answers) {
  const RuleBook rules = sample_survey();
  return report_html(answers, figures(answers, rules), rules, {"Made by a test.", {}});
}

TEST(ReportHtml, ADraftReportSaysSoEverywhere) {
  const std::string draft = page_of(sample_answers("COP-01", {"Yes"}, Basis::drafts));
  for (const char* said :
       {"<title>DRAFT: ", "<h1>DRAFT: ", "Draft figures.", "Figure 1. Draft: ", ">DRAFT</text>"})
    EXPECT_THAT(draft, HasSubstr(said));
  const std::string confirmed = page_of(sample_answers("COP-01", {"Yes"}));
  EXPECT_THAT(confirmed, Not(HasSubstr("DRAFT")));
  EXPECT_THAT(confirmed, Not(HasSubstr("Draft")));
}

TEST(ReportHtml, HoldsNoScriptAndLoadsNothing) {
  EditionAnswers answers = sample_answers("COP-05", {"other: <script src=x>"});
  answers.systems[0] = answers.answers[0].system = "<img src=y onerror=alert(1)>";
  answers.remarks = {"<b>a remark</b>"};
  const std::string page = page_of(answers);
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* never : {"<script", "<img src=y", "<b>a remark", "src=\"http", "href=\"http", "url(http"})
    EXPECT_THAT(page, Not(HasSubstr(never)));
}

TEST(ReportHtml, TheHeatMapTellsEveryReasonApart) {
  const std::string page = page_of(
      sample_answers("COP-01", {"Yes", "To some extent", "No", "(blank)", "(no document)", "(cannot tell)"}));
  for (const char* cell : {">Y</td>", ">S</td>", ">N</td>", "title=\"not answered\"", "title=\"no document\"",
                           "title=\"cannot tell\""})
    EXPECT_THAT(page, HasSubstr(cell));
}

TEST(ReportFiles, EveryFigureIsThereInEveryForm) {
  const EditionAnswers answers = sample_answers("COP-01", {"Yes"});
  std::vector<std::string> paths;
  for (const ReportFile& file : report_files(answers, figures(answers, sample_survey()), sample_survey(), {}))
    paths.push_back(file.path);
  EXPECT_THAT(paths, ElementsAre("report.html", "figures.json", "answers.csv", "figures/COP-01-strategy.svg",
                                 "figures/COP-01-strategy.csv", "figures/COP-01-strategy.vl.json"));
}

TEST(Guards, SayWhatDoesNotFitTogether) {
  Register systems;
  systems.systems = {{"QA", "", "Ayle", "", "", {}, {}, "", ""}};
  const EditionAnswers answers = sample_answers("COP-05", {"other: a fair", "(blank)", "(blank)"});
  EXPECT_THAT(guards(answers, figures(answers, sample_survey()), systems),
              ElementsAre("Not in the register of systems: Bray, Corve.",
                          "COP-05-strategy has answers that are no options of the survey: a fair.",
                          "In 1 of 1 figures fewer than half of the documents are counted."));
}

// Groups were asked (COP-05) only where anybody was (COP-01).
TEST(FollowUps, DoNotApplyWhereTheirFilterSaysNoAndAClaimContradictsIt) {
  EditionAnswers answers = sample_answers("COP-01", {"No", "No", "No", "Yes", "(blank)"});
  for (const SystemAnswer& answer :
       sample_answers("COP-05", {"(blank)", "None", "survey", "(blank)", "(blank)"}).answers)
    answers.answers.push_back(answer);
  const auto contradictions = apply_follow_ups({{"COP-05", {"COP-01"}}}, sample_survey(), answers);
  EXPECT_THAT(contradictions, ElementsAre("Corve, strategy: COP-05 is answered survey, though COP-01 is No"));
  const Figure figure = figures(answers, sample_survey()).at(1);
  EXPECT_EQ(base_line(figure), "Base: 1 of 5 strategies. Not counted: 2 not answered, 2 not applicable.");
}

TEST(FollowUps, AMistakeInTheTableIsNamedByItsLine) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "follow_ups.tsv";
  const struct {
    const char *rows, *where, *what;
  } rows[] = {{"COP-05\tCOP-01\n", "", ""},
              {"COP-05\tCOP-01\nCOP-99\tCOP-01\n", ":3", "no question COP-99"},
              {"COP-05\tCOP-77\n", ":2", "COP-77"},
              {"COP-05\tCOP-05\n", ":2", "COP-05 is no question that is asked before"},
              {"COP-05\tCOP-01\nCOP-05\tCOP-01\n", ":3", "stands above already"},
              {"COP-05\t;\n", ":2", "names no question"}};
  for (const auto& row : rows) {
    ASSERT_TRUE(write_file(file, std::string("question\tafter\n") + row.rows));
    const auto loaded = load_follow_ups(folder.path(), sample_survey());
    EXPECT_EQ(loaded.has_value(), *row.where == '\0') << row.rows;
    if (loaded) continue;
    EXPECT_EQ(loaded.error().where, file.string() + row.where);
    EXPECT_THAT(loaded.error().what, HasSubstr(row.what));
  }
}

}  // namespace
}  // namespace planmark
