#include "reports/edition_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/format.h"
#include "reports/figure.h"
#include "review/record.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

const AnalysisVersion lexicon{"0.1.0", "lexicon", "72.1", "20220601"};

Draft draft_of(const std::string& question, const std::string& value) {
  Draft draft;
  draft.question = question;
  draft.answer.value = value;
  draft.answer.not_assessed = value.empty();
  draft.reason = "It says so.";
  return draft;
}

class EditionAnswersTest : public testing::Test {
 protected:
  EditionAnswersTest() : workspace_(Workspace::open(scratch_.path() / "workspace").value()) {}

  // A strategy of that system and edition with one draft; "" is a draft of Not assessed. Its hash.
  std::string add(const std::string& system, const std::string& edition, const std::string& draft) {
    const std::string sha256 = add_strategy(workspace_, scratch_, {system, "strategy", edition, "", ""},
                                            document_from_markup("A plan.\n"));
    Analysis analysis;
    analysis.drafts = {draft_of("COP-01", draft)};
    EXPECT_TRUE(workspace_.save_analysis(sha256, "strategy", analysis, sample_survey(), lexicon));
    return sha256;
  }

  void decide(const std::string& sha256, const std::string& action, const std::string& answer) {
    Decision decision;
    decision.sha256 = sha256;
    decision.question = "COP-01";
    decision.person = "A. Reader";
    decision.at = "2024-01-05T10:00:00Z";
    decision.action = action;
    decision.answer = answer;
    decision.reason = action == "change" ? "read again" : "";
    if (answer == "Yes") decision.quotes = {{Verdict::accepted, 1, {0, 7}, "A plan.", ""}};
    const auto recorded = record_decision(workspace_, sample_survey(), decision);
    ASSERT_TRUE(recorded) << describe(recorded.error());
  }

  EditionAnswers answers(const EditionQuery& query) {
    auto all = edition_answers(workspace_, sample_survey(), {}, query);
    EXPECT_TRUE(all) << (all ? "" : describe(all.error()));
    return all.value_or(EditionAnswers());
  }

  // "Ayle Yes, Bray (not answered)" of COP-01.
  std::string told(const EditionAnswers& all) const {
    std::vector<std::string> lines;
    for (const SystemAnswer& answer : all.answers)
      if (answer.question == "COP-01")
        lines.push_back(
            answer.system + " " +
            (answer.missing == Missing::no ? answer.answer.value : format("({})", words_of(answer.missing))));
    return joined(lines, ", ");
  }

  TemporaryFolder scratch_;
  Workspace workspace_;
};

TEST_F(EditionAnswersTest, OnlyWhatAPersonConfirmedIsCounted) {
  decide(add("Ayle", "2023", "Yes"), "confirm", "Yes");
  decide(add("Bray", "2023", "Yes"), "change", "No");
  decide(add("Corve", "2023", "Yes"), "cannot tell", "");
  add("Dove", "2023", "Yes");
  EXPECT_EQ(told(answers({})), "Ayle Yes, Bray No, Corve (cannot tell), Dove (not answered)");
  EXPECT_EQ(told(answers({"", Basis::drafts, false})), "Ayle Yes, Bray Yes, Corve Yes, Dove Yes");
}

TEST_F(EditionAnswersTest, ADraftThatCouldNotLookIsNotANo) {
  add("Ayle", "2023", "");
  EXPECT_EQ(told(answers({"", Basis::drafts, false})), "Ayle (not readable)");
}

TEST_F(EditionAnswersTest, TheLastDocumentPublishedIsInForce) {
  add("Ayle", "2022", "No");
  add("Ayle", "2024", "Yes");
  add("Bray", "2023", "To some extent");
  const struct {
    const char *edition, *told;
    std::size_t remarks;
  } rows[] = {{"2022", "Ayle No", 0},
              {"2023", "Ayle No, Bray To some extent", 1},
              {"2024", "Ayle Yes, Bray To some extent", 1},
              {"", "Ayle Yes, Bray To some extent", 1}};
  for (const auto& row : rows) {
    const EditionAnswers all = answers({row.edition, Basis::drafts, false});
    EXPECT_EQ(told(all), row.told) << row.edition;
    EXPECT_EQ(all.remarks.size(), row.remarks) << row.edition;
  }
}

TEST_F(EditionAnswersTest, AnEditionWithoutDocumentsIsSaidSo) {
  add("Ayle", "2023", "Yes");
  const auto none = edition_answers(workspace_, sample_survey(), {}, {"2021", Basis::confirmed, false});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ProblemKind::not_found);
  EXPECT_THAT(none.error().what, testing::HasSubstr("2021"));
}

TEST_F(EditionAnswersTest, SystemsOfTheRegisterWithoutADocumentAreCountedWhenAsked) {
  add("Ayle", "2023", "Yes");
  Register systems;
  systems.systems = {{"QA", "", "Ayle", "", "", {}, {}, "2022-07-01", ""},
                     {"QY", "", "Yarrow", "", "", {}, {}, "2026-04-01", ""},
                     {"QZ", "", "Zeal", "", "", {}, {}, "2022-07-01", ""}};
  const auto all = edition_answers(workspace_, sample_survey(), systems, {"2023", Basis::drafts, true});
  ASSERT_TRUE(all);
  EXPECT_EQ(told(*all), "Ayle Yes, Zeal (no document)");
}

}  // namespace
}  // namespace planmark
