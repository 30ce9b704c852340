#include "review/record.h"

#include "review/database.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class RecordTest : public WorkspaceFixture {
 protected:
  static std::optional<Decision> standing_in(const Workspace& workspace, const std::string& sha256) {
    const auto found = standing(workspace, sha256, "COP-01");
    EXPECT_TRUE(found);
    return found.value_or(std::nullopt);
  }

  static Decision confirmation(const std::string& sha256) {
    Decision decision;
    decision.sha256 = sha256;
    decision.question = "COP-01";
    decision.person = "A. Reviewer";
    decision.at = "2026-03-01T10:00:00Z";
    decision.action = "confirm";
    return decision;
  }
};

TEST_F(RecordTest, KeepsTheDraftThatWasDecidedOn) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const auto recorded = record_decision(workspace, confirmation(sha256));
  ASSERT_TRUE(recorded) << describe(recorded.error());
  EXPECT_EQ(recorded->number, 1);
  EXPECT_EQ(recorded->answer, "Yes");
  EXPECT_EQ(recorded->draft_answer, "Yes");
  EXPECT_EQ(recorded->draft_version, lexicon_1);

  Document document = sample_document(sha256);
  Analysis other = sample_analysis(document);
  other.drafts.front().answer.value = "No";
  other.drafts.front().evidence.clear();
  ASSERT_TRUE(workspace.save_analysis(sha256, "plan", other, sample_rules(), lexicon_2));
  EXPECT_EQ(standing_in(workspace, sha256), *recorded) << "re-drafting changes nothing";
  const Decision second = record_decision(workspace,
                                          [&] {
                                            Decision change = confirmation(sha256);
                                            change.action = "change";
                                            change.answer = "To some extent";
                                            change.reason = "only one \"group\"\nwas asked";
                                            return change;
                                          }())
                              .value();
  EXPECT_EQ(second.number, 2);
  EXPECT_EQ(second.draft_answer, "No");
  EXPECT_EQ(second.draft_version, lexicon_2);
  EXPECT_EQ(standing_in(workspace, sha256), second);
  EXPECT_EQ(decisions(workspace, sha256), (std::vector<Decision>{*recorded, second}));
  EXPECT_EQ(decisions(workspace, sha256, "COP-02"), std::vector<Decision>());
}

TEST_F(RecordTest, OutlivesTheDraftAndTheText) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const Decision decision = record_decision(workspace, confirmation(sha256)).value();
  ASSERT_TRUE(workspace.save_refusal(sha256, {ProblemKind::damaged, "no pages", "", ""}, reader_1));
  EXPECT_EQ(standing_in(workspace, sha256), decision);
  EXPECT_NE(dump(workspace).find("decision_evidence: 1,'against',1"), std::string::npos) << dump(workspace);
}

TEST_F(RecordTest, ADraftAloneNeverStands) {
  Workspace workspace = open();
  EXPECT_EQ(standing_in(workspace, add_drafted(workspace)), std::nullopt);
}

TEST_F(RecordTest, RefusesWhatIsNotADecision) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  struct Row {
    void (*spoil)(Decision&);
    ProblemKind kind;
    const char* said;
  };
  const Row rows[] = {
      {[](Decision& d) { d.person.clear(); }, ProblemKind::bad_input, "name of the person"},
      {[](Decision& d) { d.at.clear(); }, ProblemKind::bad_input, "its time"},
      {[](Decision& d) { d.question.clear(); }, ProblemKind::bad_input, "its question"},
      {[](Decision& d) { d.action = "agree"; }, ProblemKind::bad_input, "an action is"},
      {[](Decision& d) {
         d.action = "change";
         d.answer = "No";
       },
       ProblemKind::bad_input, "a change needs a reason"},
      {[](Decision& d) { d.answer = "No"; }, ProblemKind::bad_input, "another answer is a change"},
      {[](Decision& d) { d.question = "INEQ-10"; }, ProblemKind::bad_input, "no draft to confirm"},
      {[](Decision& d) {
         d.action = "cannot tell";
         d.answer = "No";
       },
       ProblemKind::bad_input, "takes no answer"},
      {[](Decision& d) { d.sha256 = std::string(64, 'f'); }, ProblemKind::not_found, "no such document"},
  };
  for (const Row& row : rows) {
    Decision decision = confirmation(sha256);
    row.spoil(decision);
    const auto recorded = record_decision(workspace, decision);
    ASSERT_FALSE(recorded) << row.said;
    EXPECT_EQ(recorded.error().kind, row.kind) << row.said;
    EXPECT_NE(recorded.error().what.find(row.said), std::string::npos) << recorded.error().what;
  }
  EXPECT_EQ(decisions(workspace, sha256), std::vector<Decision>());
}

TEST_F(RecordTest, TheDatabaseItselfRefusesToChangeOrRemoveADecision) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  ASSERT_TRUE(record_decision(workspace, confirmation(sha256)));
  const std::string before = dump(workspace);
  for (const char* attempt : {
           "UPDATE decision SET answer = 'No'",
           "DELETE FROM decision",
           "INSERT OR REPLACE INTO decision SELECT number, document, question, person, at, action, 'No', "
           "reason,"
           " comment, draft_answer, draft_planmark, draft_lexicon, draft_icu, draft_re2 FROM decision",
           "UPDATE OR REPLACE decision SET number = 2",
           "UPDATE decision_evidence SET quote = 'x'",
           "DELETE FROM decision_evidence",
           "INSERT OR REPLACE INTO decision_evidence SELECT decision, side, rank, page, begin_byte, "
           "end_byte, 'x',"
           " rules, note FROM decision_evidence",
           "DELETE FROM document",
       }) {
    const auto done = workspace.database().execute(attempt);
    EXPECT_FALSE(done) << attempt;
    EXPECT_EQ(dump(workspace), before) << attempt;
  }
}

}  // namespace
}  // namespace planmark
