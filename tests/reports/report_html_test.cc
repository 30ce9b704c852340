#include "reports/report_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/guards.h"
#include "reports/report_files.h"
#include "tests/reports/sample_answers.h"

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

}  // namespace
}  // namespace planmark
