#include "reports/figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/answer_text.h"
#include "reports/chart_png.h"
#include "reports/chart_svg.h"
#include "reports/figure_tables.h"
#include "reports/part_comparison.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Figure, SaysWhatIsCountedAndWhatIsNot) {
  const struct {
    std::vector<const char*> answers;  // of Ayle, Bray, Corve, ...
    Basis basis;
    const char *headline, *base;
  } rows[] = {
      {{"Yes", "Yes", "No"},
       Basis::confirmed,
       "Yes: 2 of 3 strategies (67 %); To some extent: 0 (0 %); No: 1 (33 %).",
       "Base: 3 of 3 strategies."},
      {{"No", "(blank)", "(no document)", "(unreadable)", "(cannot tell)", "(not applicable)"},
       Basis::confirmed,
       "Yes: 0 of 1 strategies (0 %); To some extent: 0 (0 %); No: 1 (100 %).",
       "Base: 1 of 6 strategies. Not counted: 1 not answered, 1 not applicable, 1 no document, 1 not "
       "readable, 1 cannot tell."},
      {{"Yes"},
       Basis::drafts,
       "Draft: Yes: 1 of 1 strategies (100 %); To some extent: 0 (0 %); No: 0 (0 %).",
       "Base: 1 of 1 strategies."},
      {{"(blank)"},
       Basis::confirmed,
       "No answer counts for any of 1 strategies.",
       "Base: 0 of 1 strategies. Not counted: 1 not answered."},
  };
  for (const auto& row : rows) {
    const auto all = figures(sample_answers("COP-01", row.answers, row.basis), sample_survey());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(headline(all[0]), row.headline);
    EXPECT_EQ(base_line(all[0]), row.base);
  }
}

TEST(Figure, RanksOptionsAndCountsDocumentsNotTicks) {
  const auto all =
      figures(sample_answers("COP-05", {"focus groups", "survey; focus groups", "None", "other: a fair"}),
              sample_survey());
  ASSERT_EQ(all.size(), 1U);
  std::vector<std::string> rows;
  for (const FigureRow& row : all[0].rows) rows.push_back(row.label + " " + to_text(row.share));
  EXPECT_THAT(rows, testing::ElementsAre("focus groups 2 of 4 (50 %)", "survey 1 of 4 (25 %)",
                                         "other: a fair 1 of 4 (25 %)", "VCSE sector 0 of 4 (0 %)",
                                         "none of these 1 of 4 (25 %)"));
  EXPECT_EQ(headline(all[0]),
            "focus groups: 2 of 4 strategies (50 %); survey: 1 (25 %); other: a fair: 1 (25 %).");
  EXPECT_THAT(all[0].rows[0].systems, testing::ElementsAre("Ayle", "Bray"));
}

TEST(Figure, NumbersAreTheSameInEveryForm) {
  const Figure figure =
      figures(sample_answers("COP-01", {"Yes", "Yes", "No", "(blank)"}), sample_survey()).at(0);
  EXPECT_EQ(figure_csv(figure),
            "\xEF\xBB\xBF"
            "answer,count,base,per cent\r\nYes,2,3,67\r\nTo some extent,0,3,0\r\nNo,1,3,33\r\n"
            "not counted: not answered,1,,\r\n");
  EXPECT_EQ(description(figure),
            "Was anybody asked? One bar, divided by answer: Yes 2 (67 %), To some extent 0 (0 %), No 1 (33 "
            "%). Base: 3 of "
            "4 strategies. Not counted: 1 not answered.");
  EXPECT_THAT(vega_lite(figure), HasSubstr("\"percent\": 67"));
  EXPECT_THAT(chart_svg(figure), HasSubstr("Yes: 2 (67 %)"));
}

// The sample survey, asked of both parts, and the answers of Ayle, Bray, ... to COP-01 in each.
std::string compared(const std::vector<const char*>& strategies, const std::vector<const char*>& plans,
                     Basis basis = Basis::confirmed) {
  RuleBook rules = sample_survey();
  rules.questions[0].parts = {"strategy", "plan"};
  EditionAnswers answers = sample_answers("COP-01", strategies, basis);
  for (SystemAnswer answer : sample_answers("COP-01", plans, basis).answers) {
    answer.part = "plan";
    answers.answers.push_back(answer);
  }
  const auto all = figures(answers, rules);
  const auto comparisons = part_comparisons(answers, all, rules);
  return comparisons.empty() ? "" : sentence_of(comparisons[0]) + "\n" + part_comparisons_html(comparisons);
}

TEST(PartComparison, SystemsWithBothAnswersAreComparedAndEachPartKeepsItsBase) {
  const std::string both =
      compared({"Yes", "No", "Yes", "(blank)", "No"}, {"Yes", "To some extent", "No", "No", "(cannot tell)"});
  EXPECT_THAT(
      both, testing::StartsWith("Of 3 systems with an answer that counts for both, 1 (33 %) gives the same; "
                                "1 goes further in the strategy, 1 in the joint forward plan."));
  for (const char* said :
       {"2 of 4 (50 %)", "1 of 4 (25 %)", "Base: 4 of 5 strategies. Not counted: 1 not answered.",
        "Base: 4 of 5 joint forward plans. Not counted: 1 cannot tell."})
    EXPECT_THAT(both, HasSubstr(said));
  EXPECT_THAT(compared({"(blank)"}, {"Yes"}),
              testing::StartsWith("No system has an answer that counts for both."));
  EXPECT_THAT(compared({"Yes"}, {"Yes"}, Basis::drafts), HasSubstr("<h4>Draft: COP-01."));
  EXPECT_EQ(compared({"Yes"}, {}), "");
}

TEST(ChartSvg, ADraftBearsItsMarkAndTextIsNeverMarkup) {
  EditionAnswers answers = sample_answers("COP-05", {"other: <script>alert(1)</script>"}, Basis::drafts);
  const std::string draft = chart_svg(figures(answers, sample_survey()).at(0));
  EXPECT_THAT(draft, HasSubstr(">DRAFT</text>"));
  EXPECT_THAT(draft, Not(HasSubstr("<script>")));
  answers.basis = Basis::confirmed;
  EXPECT_THAT(chart_svg(figures(answers, sample_survey()).at(0)), Not(HasSubstr("DRAFT")));
}

std::size_t height_in(const std::string& png) {
  return (static_cast<std::size_t>(static_cast<unsigned char>(png[22])) << 8) +
         static_cast<unsigned char>(png[23]);
}

TEST(ChartPng, IsThePictureOfTheDrawingAtTwiceItsSizeAndTheSameEachTime) {
  for (const char* question : {"COP-01", "COP-05"}) {
    const auto answers = question == std::string("COP-01")
                             ? std::vector<const char*>{"Yes", "No", "(blank)"}
                             : std::vector<const char*>{"survey", "other: \xFF a fair"};
    const Figure figure = figures(sample_answers(question, answers), sample_survey()).at(0);
    const auto picture = chart_png(figure);
    ASSERT_TRUE(picture) << describe(picture.error());
    EXPECT_EQ(picture->png.substr(1, 3), "PNG");
    EXPECT_EQ(picture->width, 1440U);
    EXPECT_EQ(picture->height, static_cast<unsigned>(2 * chart_drawing(figure).height));
    EXPECT_EQ(height_in(picture->png), picture->height);
    EXPECT_EQ(chart_png(figure)->png, picture->png);
  }
}

TEST(ChartPng, ADraftAndAConfirmedFigureAreTwoPictures) {
  const auto draft =
      chart_png(figures(sample_answers("COP-01", {"Yes"}, Basis::drafts), sample_survey()).at(0));
  const auto confirmed = chart_png(figures(sample_answers("COP-01", {"Yes"}), sample_survey()).at(0));
  EXPECT_NE(draft.value().png, confirmed.value().png);
}

TEST(ChartPng, AFigureHigherThanAPictureCanBeIsDrawnSmaller) {
  Figure figure = figures(sample_answers("COP-05", {"survey"}), sample_survey()).at(0);
  figure.rows.resize(600, {"other", {0, 1}, {}});
  const auto picture = chart_png(figure);
  ASSERT_TRUE(picture) << describe(picture.error());
  EXPECT_EQ(picture->width, 720U);
}

}  // namespace
}  // namespace planmark
