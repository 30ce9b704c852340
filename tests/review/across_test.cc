#include "review/across.h"

#include "base/format.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class AcrossTest : public WorkspaceFixture {};

TEST_F(AcrossTest, OneQuestionAcrossDocumentsAndEditions) {
  Workspace workspace = open();
  std::vector<std::string> hashes;
  for (const Identity& identity : {Identity{"Wexmoor", "plan", "2023", "", ""},
                                   {"Halden", "plan", "2024", "", ""},
                                   {"Halden", "plan", "2022", "", ""},
                                   {"Halden", "plan", "2023", "", ""},
                                   {"Halden", "strategy", "2023", "", ""}}) {
    hashes.push_back(
        add_drafted(workspace, format("{}-{}-{}.pdf", identity.system, identity.part, identity.edition)));
    ASSERT_TRUE(workspace.set_identity(hashes.back(), identity, IdentitySource::person, {}));
  }
  const auto decide = [&](std::size_t document, const char* question, Mark mark, const char* answer) {
    Decision decision;
    decision.sha256 = hashes[document];
    decision.question = question;
    decision.person = mark == Mark::first ? "ada" : "ben";
    decision.mark = mark;
    decision.at = "2026-03-01T10:00:00Z";
    decision.action = "answer";
    decision.draft_shown = false;
    decision.answer = answer;
    ASSERT_TRUE(record_decision(workspace, sample_rules(), decision));
  };
  decide(0, "COP-01", Mark::first, "No");
  decide(2, "COP-01", Mark::first, "No");
  decide(4, "COP-01", Mark::first, "No");
  decide(3, "COP-01", Mark::second, "No");
  decide(3, "LEAD-01", Mark::first, "not named");
  std::vector<std::string> found;
  const auto across = standing_across(workspace, "COP-01");
  ASSERT_TRUE(across);
  for (const AnswerElsewhere& answer : *across)
    found.push_back(
        format("{} {} {}", answer.identity.system, answer.identity.part, answer.identity.edition));
  EXPECT_EQ(found,
            (std::vector<std::string>{"Halden plan 2022", "Halden strategy 2023", "Wexmoor plan 2023"}));

  const auto before = earlier_answer(workspace, hashes[1], "COP-01");
  ASSERT_TRUE(before && *before) << "2023 has a second mark alone, which does not stand";
  EXPECT_EQ((*before)->identity.edition, "2022");
  EXPECT_EQ(earlier_answer(workspace, hashes[1], "LEAD-01").value()->identity.edition, "2023");
  EXPECT_EQ(earlier_answer(workspace, hashes[2], "COP-01"), std::nullopt) << "the first edition";
  EXPECT_EQ(earlier_answer(workspace, hashes[0], "COP-01"), std::nullopt);
}

}  // namespace
}  // namespace planmark
