#include "reports/answer_text.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

Question question_of(AnswerType type) {
  Question question;
  question.id = "COP-05";
  question.type = type;
  for (const char* name : {"survey", "focus groups", "VCSE sector"}) {
    Option option;
    option.name = name;
    question.options.push_back(option);
  }
  return question;
}

TEST(AnswerText, ComesBackAsItWasWritten) {
  const struct {
    AnswerType type;
    const char* text;
  } rows[] = {
      {AnswerType::rag, "To some extent"},
      {AnswerType::rag, "Not assessed"},
      {AnswerType::yes_no, "no"},
      {AnswerType::single_select, "focus groups"},
      {AnswerType::multi_select, "survey; VCSE sector"},
      {AnswerType::multi_select, "survey; other: a lantern walk"},
      {AnswerType::multi_select, "None"},
      {AnswerType::free_text, "the youth board; a summer school"},
      {AnswerType::named_person, "named: Dr A. Bell, Chief Nurse"},
      {AnswerType::named_person, "named: Dr A. Bell"},
      {AnswerType::named_person, "role only: Chief Nurse, interim"},
      {AnswerType::named_person, "not named"},
  };
  for (const auto& row : rows) {
    const auto answer = answer_of(row.text, question_of(row.type));
    ASSERT_TRUE(answer) << row.text;
    EXPECT_EQ(to_text(*answer, row.type), row.text);
  }
}

TEST(AnswerText, OptionsAreSpeltAsInTheSurvey) {
  EXPECT_EQ(answer_of("FOCUS GROUPS", question_of(AnswerType::multi_select))->values,
            std::vector<std::string>{"focus groups"});
}

TEST(AnswerText, RefusesWhatTheQuestionCannotHave) {
  const struct {
    AnswerType type;
    const char *text, *named;
  } rows[] = {
      {AnswerType::rag, "Maybe", "its answers are: Yes; To some extent; No"},
      {AnswerType::yes_no, "To some extent", "its answers are: yes; no"},
      {AnswerType::multi_select, "survey; tea", "its answers are: survey; focus groups; VCSE sector"},
      {AnswerType::named_person, "Dr A. Bell",
       "its answers are: named: PERSON, ROLE; role only: ROLE; not named"},
  };
  for (const auto& row : rows) {
    const auto answer = answer_of(row.text, question_of(row.type));
    ASSERT_FALSE(answer) << row.text;
    EXPECT_EQ(answer.error().fix, row.named);
  }
}

}  // namespace
}  // namespace planmark
