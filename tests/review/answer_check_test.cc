#include "review/answer_check.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

Question question(AnswerType type) {
  Question made;
  made.type = type;
  for (const char* name : {"SEND", "young carers", "neither"}) made.options.push_back({name, {}, {}, 0, {}});
  made.options[0].concepts = {"group.send"};
  made.options[1].concepts = {"group.carers"};
  return made;
}

TEST(AnswerCheck, KnowsTheAnswersOfEachType) {
  struct Row {
    AnswerType type;
    const char* answer;
    const char* mistake;  // part of it; empty: none
    bool evidence;
  };
  const Row rows[] = {
      {AnswerType::rag, "Yes", "", true},
      {AnswerType::rag, "To some extent", "", true},
      {AnswerType::rag, "No", "", false},
      {AnswerType::rag, "no", "is not an answer", true},
      {AnswerType::rag, "", "there is no answer", true},
      {AnswerType::yes_no, "yes", "", true},
      {AnswerType::yes_no, "no", "", false},
      {AnswerType::yes_no, "Yes", "choose yes / no", true},
      {AnswerType::single_select, "SEND", "", true},
      {AnswerType::single_select, "neither", "", false},
      {AnswerType::single_select, "both", "is not an answer", true},
      {AnswerType::multi_select, "SEND", "", true},
      {AnswerType::multi_select, "SEND; young carers", "", true},
      {AnswerType::multi_select, "SEND; other: refugees", "", true},
      {AnswerType::multi_select, "other: ", "is not an option", true},
      {AnswerType::multi_select, "None", "", false},
      {AnswerType::multi_select, "SEND; None", "\"None\" is not an option", true},
      {AnswerType::multi_select, "SEND; SEND", "is there twice", true},
      {AnswerType::multi_select, "SEND;", "is not an option", true},
      {AnswerType::named_person, "named: Dr A. Bell, Chief Nurse", "", true},
      {AnswerType::named_person, "role only: Chief Nurse", "", true},
      {AnswerType::named_person, "not named", "", false},
      {AnswerType::named_person, "named: ", "write \"named: PERSON, ROLE\"", true},
      {AnswerType::free_text, "anything; at all", "", false},
      {AnswerType::free_text, "", "", false},
  };
  for (const Row& row : rows) {
    const Question asked = question(row.type);
    const std::string mistake = mistake_in_answer(asked, row.answer).value_or("");
    EXPECT_EQ(mistake.empty(), *row.mistake == 0) << row.answer << ": " << mistake;
    EXPECT_NE(mistake.find(row.mistake), std::string::npos) << row.answer << ": " << mistake;
    EXPECT_EQ(needs_evidence(asked, row.answer), row.evidence) << row.answer;
  }
}

}  // namespace
}  // namespace planmark
