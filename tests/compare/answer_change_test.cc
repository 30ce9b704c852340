#include "compare/answer_change.h"

#include <gmock/gmock.h>

#include "extract/markup_document.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Draft draft(const std::string& value, std::vector<Evidence> evidence = {}) {
  Draft made;
  made.question = "Q-01";
  made.answer.value = value;
  made.evidence = std::move(evidence);
  return made;
}

struct CauseRow {
  const char *decided_before, *stored_before, *today_before, *today_after, *stored_after, *decided_after;
  const char *before, *after;
  std::vector<Cause> causes;
};

TEST(AnswerChange, NamesEachStepAtWhichTheAnswerChanged) {
  const CauseRow rows[] = {
      {"", "No", "No", "Yes", "Yes", "", "No", "Yes", {Cause::text}},
      {"", "No", "Yes", "Yes", "Yes", "", "No", "Yes", {Cause::rubric}},
      {"No", "Yes", "Yes", "Yes", "Yes", "", "No", "Yes", {Cause::reader}},
      {"", "Yes", "Yes", "Yes", "Yes", "No", "Yes", "No", {Cause::reader}},
      {"No", "Yes", "No", "Yes", "No", "Yes", "No", "Yes", {Cause::text, Cause::rubric, Cause::reader}},
      {"Yes", "No", "No", "Yes", "Yes", "", "Yes", "Yes", {}},
  };
  for (const CauseRow& row : rows) {
    const Draft stored_before = draft(row.stored_before), today_before = draft(row.today_before);
    const Draft today_after = draft(row.today_after), stored_after = draft(row.stored_after);
    const AnswerChange change =
        answer_change({"Q-01", AnswerType::rag, &stored_before, &today_before, row.decided_before},
                      {"Q-01", AnswerType::rag, &stored_after, &today_after, row.decided_after}, {});
    EXPECT_EQ(change.before, row.before);
    EXPECT_EQ(change.after, row.after);
    EXPECT_EQ(change.causes, row.causes) << row.stored_before << row.today_before << row.today_after;
  }
}

TEST(AnswerChange, TellsRulesThatFindSomethingElseFromARubric) {
  const Draft was = draft("No"), is = draft("Yes", {{{0, 4}, {"topic/1"}, ""}});
  const AnswerChange change =
      answer_change({"Q-01", AnswerType::rag, &was, &is, ""}, {"Q-01", AnswerType::rag, &is, &is, ""}, {});
  EXPECT_THAT(change.causes, ElementsAre(Cause::rules));
}

class EvidenceOver : public testing::Test {
 protected:
  Evidence quote(const Document& document, const std::string& words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    return {{at, at + static_cast<std::uint32_t>(words.size())}, {}, ""};
  }

  const Document before = document_from_markup(
      "Nurses visit every school in the valley. They come in March.\n\nA bus runs to the clinic on market "
      "days.");
  const Document after = document_from_markup(
      "Nurses visit every school in the valley. They come in May.\n\nYoung carers meet the board in autumn.");
  const Comparison comparison =
      compare_documents(before, after, load_comparison_rules(PLANMARK_SOURCE_DIR "/lexicons").value());
};

TEST_F(EvidenceOver, TwoEditionsIsKeptRewordedDroppedOrNewByItsOwnWords) {
  const Draft was = draft("Yes", {quote(before, "Nurses visit every school in the valley."),
                                  quote(before, "They come in March."), quote(before, "A bus runs")});
  const Draft is = draft("Yes", {quote(after, "Young carers meet")});
  const AnswerChange change = answer_change({"Q-01", AnswerType::rag, &was, &was, ""},
                                            {"Q-01", AnswerType::rag, &is, &is, ""}, comparison);
  EXPECT_THAT(change.causes, IsEmpty());
  std::vector<ChangeKind> kinds;
  for (const EvidenceMove& move : change.evidence) kinds.push_back(move.kind);
  EXPECT_THAT(kinds,
              ElementsAre(ChangeKind::kept, ChangeKind::reworded, ChangeKind::dropped, ChangeKind::added));
}

TEST_F(EvidenceOver, TwoEditionsTellsWhatChangesBearOn) {
  const std::vector<Draft> was = {draft("Yes", {quote(before, "A bus runs")})}, is = {};
  const auto questions = questions_of_changes(comparison, was, is);
  ASSERT_EQ(questions.size(), comparison.changes.size());
  for (std::size_t i = 0; i < questions.size(); ++i)
    EXPECT_EQ(questions[i].size(), comparison.changes[i].kind == ChangeKind::dropped ? 1U : 0U);
}

}  // namespace
}  // namespace planmark
