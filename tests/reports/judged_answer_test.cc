#include "reports/judged_answer.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

GivenAnswer text(const char* answer) { return {.text = answer}; }
GivenAnswer list(std::vector<std::string> values) {
  return {.form = GivenAnswer::Form::list, .values = std::move(values)};
}
GivenAnswer lead(const char* status, const char* person) {
  return {.form = GivenAnswer::Form::lead, .status = status, .person = person};
}

struct Case {
  GivenAnswer gold;
  std::optional<GivenAnswer> alternative;
  std::optional<GivenAnswer> draft;
};

JudgedAnswer judged(AnswerType type, const Case& row, std::vector<std::string> gold_quotes = {},
                    std::vector<std::string> quotes = {}) {
  Question question;
  question.id = "Q-1";
  question.type = type;
  const GoldAnswer gold{"plan", "Q-1", row.gold, row.alternative, std::move(gold_quotes)};
  DraftAnswer draft{"plan", "Q-1", row.draft.value_or(GivenAnswer{}), std::move(quotes), "high"};
  return judge(gold, row.draft ? &draft : nullptr, question).value();
}

TEST(Judge, RagByCategory) {
  const struct {
    Case row;
    std::size_t gold, draft;
    bool right;
  } rows[] = {
      {{text("Yes"), {}, text("yes")}, 2, 2, true},
      {{text("Yes"), {}, text("To some extent")}, 2, 1, false},
      {{text("Yes"), text("No"), text("No")}, 0, 0, true},
      {{text("Yes"), text("No"), text("To some extent")}, 2, 1, false},
      {{text("Yes"), {}, text("Not assessed")}, 2, 0, false},
      {{text("No"), {}, {}}, 0, 2, false},  // missing: as wrong as it can be
  };
  for (const auto& [row, gold, draft, right] : rows) {
    const JudgedAnswer found = judged(AnswerType::rag, row);
    EXPECT_EQ(found.gold_category, gold) << found.gold << " / " << found.draft;
    EXPECT_EQ(found.draft_category, draft) << found.gold << " / " << found.draft;
    EXPECT_EQ(found.right, right) << found.gold << " / " << found.draft;
  }
  EXPECT_TRUE(judged(AnswerType::rag, rows[4].row).abstained);
  EXPECT_TRUE(judged(AnswerType::rag, rows[5].row).missing);
}

TEST(Judge, YesNoCountsWhatIsNoYesAsNo) {
  EXPECT_TRUE(judged(AnswerType::yes_no, {text("no"), {}, text("No")}).right);
  EXPECT_TRUE(judged(AnswerType::yes_no, {text("Mentioned"), {}, text("yes")}).right);
  EXPECT_FALSE(judged(AnswerType::yes_no, {text("yes"), {}, text("Not assessed")}).right);
  EXPECT_TRUE(judged(AnswerType::yes_no, {text("no"), {}, {}}).right);
}

TEST(Judge, OneOptionOfEitherReader) {
  EXPECT_TRUE(judged(AnswerType::single_select, {text("own section"), {}, text("Own Section")}).right);
  EXPECT_TRUE(
      judged(AnswerType::single_select, {text("both"), text("own section"), text("own section")}).right);
  EXPECT_FALSE(judged(AnswerType::single_select, {text("both"), {}, text("own section")}).right);
  EXPECT_FALSE(judged(AnswerType::single_select, {text("both"), {}, {}}).right);
}

TEST(Judge, OptionsThatBothReadersChoseAreAskedFor) {
  const struct {
    Case row;
    std::size_t right, wrong, missed;
  } rows[] = {
      {{list({"SEND", "young carers"}), {}, list({"SEND", "care leavers"})}, 1, 1, 1},
      {{list({"SEND"}), {}, list({"SEND", "other: cadets"})}, 1, 0, 0},
      {{list({"SEND", "young carers"}), list({"SEND", "LGBTQ+"}), list({"SEND", "LGBTQ+"})}, 1, 0, 0},
      {{list({}), {}, list({"SEND"})}, 0, 1, 0},
      {{text("None"), {}, list({})}, 0, 0, 0},
      {{list({"SEND"}), {}, {}}, 0, 0, 1},
      {{list({"children looked after (CLA)"}), {}, list({"children looked after"})}, 1, 0, 0},
  };
  for (const auto& [row, right, wrong, missed] : rows) {
    const JudgedAnswer found = judged(AnswerType::multi_select, row);
    EXPECT_EQ(found.options.right, right) << found.gold << " / " << found.draft;
    EXPECT_EQ(found.options.wrong, wrong) << found.gold << " / " << found.draft;
    EXPECT_EQ(found.options.missed, missed) << found.gold << " / " << found.draft;
    EXPECT_EQ(found.right, wrong + missed == 0) << found.gold << " / " << found.draft;
  }
}

TEST(Judge, LeadsByStatusAndPerson) {
  const JudgedAnswer other =
      judged(AnswerType::named_person, {lead("named", "Ann Bell"), {}, lead("named", "Bob Cray")});
  EXPECT_TRUE(other.right);
  EXPECT_EQ(other.person_right, false);
  EXPECT_EQ(judged(AnswerType::named_person, {lead("named", "Ann Bell"), {}, lead("named", "Dr Ann Bell")})
                .person_right,
            true);
  const JudgedAnswer role = judged(AnswerType::named_person,
                                   {lead("named", "Ann Bell"), lead("role_only", ""), lead("role_only", "")});
  EXPECT_TRUE(role.right);
  EXPECT_FALSE(role.person_right) << "no person is asked for";
  EXPECT_FALSE(judged(AnswerType::named_person, {lead("not_named", ""), {}, {}}).right);
}

TEST(Judge, EvidenceOnTheFirstThreeQuotes) {
  const std::vector<std::string> gold = {"We asked 300 young people what they need."};
  const std::vector<std::string> quotes = {"Nothing of it.", "In 2022 we asked 300 young people.",
                                           "Other words.", "We asked 300 young people what they need."};
  const JudgedAnswer yes = judged(AnswerType::rag, {text("Yes"), {}, text("Yes")}, gold, quotes);
  EXPECT_TRUE(yes.wants_evidence);
  EXPECT_EQ(yes.quotes, 3U);
  EXPECT_EQ(yes.fitting_quotes, 1U);
  EXPECT_FALSE(judged(AnswerType::rag, {text("No"), {}, text("No")}, gold, quotes).wants_evidence);
}

TEST(Judge, RefusesAGoldAnswerThatTheQuestionCannotHave) {
  Question question;
  question.type = AnswerType::rag;
  const auto found = judge({"plan", "Q-1", text("perhaps")}, nullptr, question);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().where, "plan.answers.json");
}

}  // namespace
}  // namespace planmark
