#include "review/drafted_answer.h"

#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class DraftedAnswerTest : public WorkspaceFixture {};

TEST_F(DraftedAnswerTest, IsTheDraftWithTheWordsOfItsQuotes) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const Document document = sample_document(sha256);
  const RuleBook rules = sample_rules();
  std::vector<DraftedAnswer> expected;
  for (const Draft& draft : sample_analysis(document).drafts) {
    const AnswerType type = rules.find_question(draft.question)->type;
    DraftedAnswer& answer = expected.emplace_back(
        DraftedAnswer{draft.question, to_text(draft.answer, type), draft.confidence, draft.reason, {}});
    for (const auto* side : {&draft.evidence, &draft.counter})
      for (const Evidence& evidence : *side)
        answer.quotes.push_back({side == &draft.counter, page_at(document, evidence.span.begin) + 1,
                                 evidence.span, std::string(slice(document.text, evidence.span)),
                                 evidence.note});
  }
  EXPECT_EQ(drafted_answers(workspace, sha256), expected);
  ASSERT_FALSE(expected.empty());
  EXPECT_FALSE(expected.front().quotes.empty());
}

TEST_F(DraftedAnswerTest, NoneWhereNothingWasDrafted) {
  Workspace workspace = open();
  EXPECT_EQ(drafted_answers(workspace, add(workspace, "a.pdf", "bytes")), std::vector<DraftedAnswer>());
}

}  // namespace
}  // namespace planmark
