#include "reports/figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/answer_text.h"
#include "reports/chart_svg.h"
#include "reports/figure_tables.h"
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
      {{"No", "(blank)", "(no document)", "(unreadable)", "(cannot tell)", "(blank)"},
       Basis::confirmed,
       "Yes: 0 of 1 strategies (0 %); To some extent: 0 (0 %); No: 1 (100 %).",
       "Base: 1 of 6 strategies. Not counted: 2 not answered, 1 no document, 1 not readable, 1 cannot tell."},
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

TEST(ChartSvg, ADraftBearsItsMarkAndTextIsNeverMarkup) {
  EditionAnswers answers = sample_answers("COP-05", {"other: <script>alert(1)</script>"}, Basis::drafts);
  const std::string draft = chart_svg(figures(answers, sample_survey()).at(0));
  EXPECT_THAT(draft, HasSubstr(">DRAFT</text>"));
  EXPECT_THAT(draft, Not(HasSubstr("<script>")));
  answers.basis = Basis::confirmed;
  EXPECT_THAT(chart_svg(figures(answers, sample_survey()).at(0)), Not(HasSubstr("DRAFT")));
}

}  // namespace
}  // namespace planmark
