#include "analyze/analysis.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Analysis, AnswersInOneLine) {
  using enum LeadStatus;
  const Answer yes = {false, "To some extent", {}, not_named, "", ""};
  const Answer groups = {false, "", {"SEND", "young carers"}, not_named, "", ""};
  const Answer none;
  const Answer unread = {true, "", {}, not_named, "", ""};
  const Answer person = {false, "", {}, named, "Chief Nurse", "Dr A. Bell"};
  const Answer person_only = {false, "", {}, named, "", "Dr A. Bell"};
  const Answer post = {false, "", {}, role_only, "Chief Nurse", ""};
  const struct {
    Answer answer;
    AnswerType type;
    const char* text;
  } rows[] = {
      {yes, AnswerType::rag, "To some extent"},
      {yes, AnswerType::single_select, "To some extent"},
      {groups, AnswerType::multi_select, "SEND; young carers"},
      {none, AnswerType::multi_select, "None"},
      {person, AnswerType::named_person, "named: Dr A. Bell, Chief Nurse"},
      {person_only, AnswerType::named_person, "named: Dr A. Bell"},
      {post, AnswerType::named_person, "role only: Chief Nurse"},
      {none, AnswerType::named_person, "not named"},
      {unread, AnswerType::named_person, "Not assessed"},
      {unread, AnswerType::rag, "Not assessed"},
  };
  for (const auto& row : rows) EXPECT_EQ(to_text(row.answer, row.type), row.text);
}

TEST(Analysis, NamesAreReadBack) {
  for (const LeadStatus status : {LeadStatus::named, LeadStatus::role_only, LeadStatus::not_named}) {
    LeadStatus read{};
    EXPECT_TRUE(parse_name(name_of(status), read));
    EXPECT_EQ(read, status);
  }
  for (const Confidence confidence : {Confidence::low, Confidence::medium, Confidence::high}) {
    Confidence read{};
    EXPECT_TRUE(parse_name(name_of(confidence), read));
    EXPECT_EQ(read, confidence);
  }
  Confidence untouched = Confidence::medium;
  EXPECT_FALSE(parse_name("certain", untouched));
  EXPECT_EQ(untouched, Confidence::medium);
}

}  // namespace
}  // namespace planmark
