#include "reports/year_on_year.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/edition_comparison.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const AnalysisVersion drafted_by{"0.1.0", "lexicon", "72.1", "20220601"};

// Ayle and Bray became Carrow on 1 April 2026; Dun goes on.
Register merged_register() {
  Register systems;
  systems.systems = {{"A1", "", "Ayle", "", "", {}, {}, "2022-07-01", "2026-03-31"},
                     {"B1", "", "Bray", "", "", {}, {}, "2022-07-01", "2026-03-31"},
                     {"C1", "", "Carrow", "", "", {}, {}, "2026-04-01", ""},
                     {"D1", "", "Dun", "", "", {}, {}, "2022-07-01", ""},
                     {"E1", "", "Esk", "", "", {}, {}, "2022-07-01", ""}};
  systems.successions = {{"A1", "C1", "2026-04-01", SuccessionKind::merger, "whole", ""},
                         {"B1", "C1", "2026-04-01", SuccessionKind::merger, "whole", ""}};
  return systems;
}

class YearOnYearTest : public testing::Test {
 protected:
  YearOnYearTest() : workspace_(Workspace::open(scratch_.path() / "workspace").value()) {
    add("A1", "2025", "No");
    add("B1", "2025", "Yes");
    add("D1", "2025", "No");
    add("E1", "2025", "Yes");
    add("C1", "2026", "Yes");
    add("D1", "2026", "Yes");
  }

  // A strategy with one draft of COP-01.
  void add(const std::string& system, const std::string& edition, const std::string& value) {
    const std::string sha256 = add_strategy(workspace_, scratch_, {system, "strategy", edition, "", ""},
                                            document_from_markup("A plan.\n"));
    Analysis analysis;
    analysis.drafts.push_back({});
    analysis.drafts.back().question = "COP-01";
    analysis.drafts.back().answer.value = value;
    analysis.drafts.back().reason = "It says so.";
    ASSERT_TRUE(workspace_.save_analysis(sha256, "strategy", analysis, sample_survey(), drafted_by));
  }
  EditionAnswers answers(const std::string& edition) {
    return edition_answers(workspace_, sample_survey(), systems_, {edition, Basis::drafts, false}).value();
  }

  TemporaryFolder scratch_;
  Workspace workspace_;
  const Register systems_ = merged_register();
};

TEST_F(YearOnYearTest, FollowsSystemsThroughAMerger) {
  const EditionAnswers before = answers("2025"), after = answers("2026");
  EXPECT_THAT(before.systems, ElementsAre("Ayle", "Bray", "Dun", "Esk"));
  EXPECT_THAT(after.systems, ElementsAre("Carrow", "Dun", "Esk"))
      << "the history stays, the base falls by one";
  EXPECT_THAT(after.remarks, testing::Contains(HasSubstr("2 documents are not counted")));
  const YearOnYear moves = year_on_year(before, after, sample_survey(), systems_);
  EXPECT_EQ(moves.base.before - moves.base.after, 1U);
  EXPECT_THAT(moves.base.because, ElementsAre(HasSubstr("all of Ayle and all of Bray passed to Carrow")));
  ASSERT_EQ(moves.systems.size(), 3U);
  EXPECT_EQ(moves.systems[0].system, "Dun") << "the most improved first";
  EXPECT_EQ(moves.systems[1].system, "Carrow");
  EXPECT_EQ(moves.systems[1].comparable.verdict, Comparability::partly);
  EXPECT_TRUE(moves.systems[1].risen.empty()) << "what is partly comparable neither rises nor falls";
}

TEST_F(YearOnYearTest, CountsWhatRoseOfComparableSystems) {
  const EditionAnswers before = answers("2025"), after = answers("2026");
  const YearOnYear moves = year_on_year(before, after, sample_survey(), systems_);
  const auto asked = std::find_if(moves.questions.begin(), moves.questions.end(),
                                  [](const QuestionMove& move) { return move.question == "COP-01"; });
  ASSERT_NE(asked, moves.questions.end());
  EXPECT_THAT(asked->risen, ElementsAre("Dun"));
  EXPECT_THAT(asked->fallen, ElementsAre());
  EXPECT_EQ(asked->same, 1U) << "Esk published nothing new";
  EXPECT_EQ(asked->rows[0].before, (Share{2, 4}));
  EXPECT_EQ(asked->rows[0].after, (Share{3, 3}));
  EXPECT_THAT(asked->rows[0].gained, ElementsAre("Dun"));
}

TEST_F(YearOnYearTest, NamesNoSystemInPublic) {
  const EditionAnswers before = answers("2025"), after = answers("2026");
  const YearOnYear moves = year_on_year(before, after, sample_survey(), systems_);
  EXPECT_EQ(edition_before(workspace_, "2026").value(), "2025");
  EXPECT_EQ(edition_before(workspace_, "2025").value(), "");
  const std::string everybody = year_on_year_html(moves, false), open = year_on_year_html(moves, true);
  EXPECT_THAT(everybody, HasSubstr("the base falls by 1"));
  for (const char* name : {"Dun", "Carrow", "Ayle"}) {
    EXPECT_THAT(everybody, HasSubstr(name));
    EXPECT_THAT(open, Not(HasSubstr(name)));
  }
  EXPECT_THAT(year_on_year_csv(moves, before, after, sample_survey()),
              HasSubstr("Dun,strategy,COP-01,No,Yes,comparable"));
}

TEST_F(YearOnYearTest, FindsEarlierEditionsThroughTheMerger) {
  const auto documents = workspace_.documents({}, {}).value();
  const auto carrow =
      std::find_if(documents.begin(), documents.end(),
                   [](const RegisteredDocument& document) { return document.identity.system == "C1"; });
  ASSERT_NE(carrow, documents.end());
  std::vector<std::string> found;
  for (const RegisteredDocument& earlier : earlier_editions(*carrow, documents, systems_))
    found.push_back(edition_line(earlier, systems_));
  EXPECT_THAT(found, ElementsAre("Ayle, strategy, 2025 (A1_2025.pdf)", "Bray, strategy, 2025 (B1_2025.pdf)"));
}

}  // namespace
}  // namespace planmark
