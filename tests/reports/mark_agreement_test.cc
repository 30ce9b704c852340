#include "reports/mark_agreement.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

Question question(const char* id, AnswerType type) {
  Question made;
  made.id = id;
  made.type = type;
  return made;
}

RuleBook rules() {
  RuleBook made;
  made.questions = {question("COP-01", AnswerType::rag), question("GRP-01", AnswerType::multi_select),
                    question("LEAD-01", AnswerType::named_person),
                    question("NOTE-01", AnswerType::free_text)};
  return made;
}

// document, question, person, mark, action, answer, whether the draft was shown, the draft's answer
struct Row {
  const char *document, *question, *person;
  Mark mark;
  const char *action, *answer;
  bool shown;
  const char* draft;
};

MarkAgreements agreements_of(const std::vector<Row>& rows) {
  std::vector<Decision> decisions;
  for (const Row& row : rows) {
    Decision& decision = decisions.emplace_back();
    decision.number = static_cast<std::int64_t>(decisions.size());
    decision.sha256 = row.document;
    decision.question = row.question;
    decision.person = row.person;
    decision.mark = row.mark;
    decision.action = row.action;
    decision.answer = row.answer;
    decision.draft_shown = row.shown;
    decision.draft_answer = row.draft;
  }
  return mark_agreements(decisions, rules());
}

constexpr Mark first = Mark::first, second = Mark::second;

TEST(MarkAgreement, ComparesTheLastFirstWithTheLastSecondMark) {
  // By hand: pairs (2,2) (0,0) (2,0) and one that cannot be told. Same 2 of 4. Kappa over the three told:
  // observed 4 / 3; by chance (first 0:1 2:2, second 0:2 2:1): (1*1 + 2*2) * 4 / 9 = 20 / 9; 1 - 12 / 20.
  // Alpha nominal: 6 values, three 0 and three 2; observed 2 coincidences of 6, expected 2 * 9 / (6 * 5).
  const MarkAgreements found = agreements_of({
      {"a", "COP-01", "ben", first, "answer", "No", false, "Yes"},
      {"a", "COP-01", "ben", first, "answer", "Yes", false, "Yes"},
      {"a", "COP-01", "cyd", second, "answer", "Yes", false, "Yes"},
      {"b", "COP-01", "ben", first, "answer", "No", false, "Yes"},
      {"b", "COP-01", "cyd", second, "answer", "No", false, "Yes"},
      {"c", "COP-01", "ben", first, "answer", "Yes", false, "Yes"},
      {"c", "COP-01", "cyd", second, "answer", "No", false, "Yes"},
      {"c", "COP-01", "eve", Mark::adjudication, "answer", "Yes", true, "Yes"},
      {"d", "COP-01", "ben", first, "cannot tell", "", false, "Yes"},
      {"d", "COP-01", "cyd", second, "answer", "No", false, "Yes"},
      {"e", "COP-01", "ben", first, "answer", "No", false, "Yes"},
  });
  ASSERT_EQ(found.questions.size(), 1u);
  const Agreement& people = found.questions[0].between_people;
  EXPECT_EQ(people.same.good, 2u);
  EXPECT_EQ(people.same.all, 4u);
  EXPECT_NEAR(*people.kappa, 1 - 12.0 / 20, 1e-12);
  EXPECT_NEAR(*people.alpha_nominal, 1 - (2.0 / 6) / (18.0 / 30), 1e-12);
  EXPECT_TRUE(people.alpha_ordinal);
  ASSERT_EQ(found.types.size(), 1u);
  EXPECT_EQ(found.types[0].name, "rag");
  EXPECT_EQ(found.types[0].between_people.kappa, people.kappa);
}

TEST(MarkAgreement, KeepsBlindAssistedAndAcceptedApart) {
  const MarkAgreements found = agreements_of({
      // Saw the draft from the start: confirmed, changed, and could not tell.
      {"a", "COP-01", "ben", first, "confirm", "Yes", true, "Yes"},
      {"b", "COP-01", "ben", first, "change", "No", true, "Yes"},
      {"c", "COP-01", "ben", first, "cannot tell", "", true, "Yes"},
      // Answered first, then was shown the draft and gave way to it.
      {"d", "COP-01", "ben", first, "answer", "No", false, "Yes"},
      {"d", "COP-01", "ben", first, "confirm", "Yes", true, "Yes"},
      // Never saw it.
      {"a", "COP-01", "cyd", second, "answer", "Yes", false, "Yes"},
      // No draft to compare with.
      {"e", "COP-01", "ben", first, "answer", "Yes", false, ""},
      {"f", "COP-01", "ben", first, "answer", "Yes", false, "Not assessed"},
  });
  EXPECT_EQ(found.accepted.good, 2u);
  EXPECT_EQ(found.accepted.all, 4u);
  EXPECT_EQ(found.assisted.good, 1u);
  EXPECT_EQ(found.assisted.all, 3u);
  EXPECT_EQ(found.blind.good, 1u) << "what was answered before the draft was seen";
  EXPECT_EQ(found.blind.all, 2u);
}

TEST(MarkAgreement, KnowsWhatCountsOfEachType) {
  const MarkAgreements found = agreements_of({
      {"a", "GRP-01", "ben", first, "answer", "SEND; young carers", false, ""},
      {"a", "GRP-01", "cyd", second, "answer", "young carers; SEND", false, ""},
      {"b", "GRP-01", "ben", first, "answer", "SEND", false, ""},
      {"b", "GRP-01", "cyd", second, "answer", "None", false, ""},
      {"a", "LEAD-01", "ben", first, "answer", "named: Dr A. Bell, Chief Nurse", false, ""},
      {"a", "LEAD-01", "cyd", second, "answer", "named: Dr Bell", false, ""},
      {"a", "NOTE-01", "ben", first, "answer", "any", false, ""},
      {"a", "NOTE-01", "cyd", second, "answer", "any", false, ""},
      {"a", "GONE-01", "ben", first, "answer", "any", false, ""},
  });
  ASSERT_EQ(found.questions.size(), 2u) << "free text and questions that are no more are left out";
  EXPECT_EQ(found.questions[0].name, "GRP-01");
  EXPECT_EQ(found.questions[0].between_people.same.good, 1u);
  EXPECT_EQ(found.questions[0].between_people.same.all, 2u);
  EXPECT_FALSE(found.questions[0].between_people.kappa);
  EXPECT_TRUE(found.questions[0].between_people.alpha_nominal);
  EXPECT_FALSE(found.questions[0].between_people.alpha_ordinal);
  EXPECT_EQ(found.questions[1].between_people.same.good, 1u);
}

}  // namespace
}  // namespace planmark
