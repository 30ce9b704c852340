#include "review/reply.h"

#include "review/database.h"
#include "review/people.h"
#include "review/record.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

const std::string file_hash(64, 'f');

class ReplyTest : public WorkspaceFixture {
 protected:
  ReplyTest() {
    EXPECT_TRUE(add_person(workspace_, {"ada", "Ada Obi", {Role::coordinator}, true}, by_ada));
    EXPECT_TRUE(add_person(workspace_, {"ben", "Ben Lowe", {Role::reviewer}, true}, by_ada));
  }

  Result<RecordedDecision> decide(const std::string& sha256) {
    Decision decision;
    decision.sha256 = sha256;
    decision.question = "COP-01";
    decision.person = "ben";
    decision.at = by_ada.at;
    decision.action = "cannot tell";
    return record_decision(workspace_, sample_rules(), decision);
  }

  template <class Value>
  static void expect_refused(const Result<Value>& done, const char* said) {
    ASSERT_FALSE(done) << said;
    EXPECT_NE(done.error().what.find(said), std::string::npos) << done.error().what;
  }

  Workspace workspace_ = open();
  const std::string plan_ = add_drafted(workspace_, "plan.pdf"),
                    other_ = add_drafted(workspace_, "other.pdf");
};

TEST_F(ReplyTest, AnswersBecomeFinalAndAreOpenedAgain) {
  const auto pack = record_pack(workspace_, "Halden", {plan_}, file_hash, by_ada);
  ASSERT_TRUE(pack) << describe(pack.error());
  const Reply given{0, pack->number, plan_, "COP-01", "Chief Nurse, Halden", "see page 12", "ada", by_ada.at};
  const auto reply = record_reply(workspace_, given);
  ASSERT_TRUE(reply) << describe(reply.error());
  EXPECT_EQ(replies(workspace_, plan_), std::vector<Reply>{*reply});
  EXPECT_TRUE(decide(plan_)) << "still open";
  ASSERT_TRUE(make_final(workspace_, pack->number, by_ada));
  EXPECT_EQ(is_final(workspace_, plan_), true);
  EXPECT_EQ(is_final(workspace_, other_), false);
  EXPECT_TRUE(packs(workspace_, "Halden")->front().is_final);
  expect_refused(decide(plan_), "are final");
  EXPECT_TRUE(decide(other_));
  expect_refused(record_reply(workspace_, given), "are final");
  expect_refused(make_final(workspace_, pack->number, by_ada), "final already");
  expect_refused(record_pack(workspace_, "Halden", {plan_}, file_hash, by_ada), "are final");

  expect_refused(reopen(workspace_, pack->number, "", by_ada), "needs a reason");
  expect_refused(reopen(workspace_, pack->number, "new evidence", {"ben", by_ada.at}), "only a coordinator");
  ASSERT_TRUE(reopen(workspace_, pack->number, "new evidence", by_ada));
  EXPECT_EQ(is_final(workspace_, plan_), false);
  EXPECT_TRUE(decide(plan_));
  expect_refused(reopen(workspace_, pack->number, "again", by_ada), "not final");
  std::vector<std::string> kinds;
  const auto noted = events(workspace_, {.sha256 = plan_});
  for (const Event& event : *noted) kinds.push_back(event.kind);
  EXPECT_EQ(kinds,
            (std::vector<std::string>{"pack sent", "reply", "decision", "final", "reopened", "decision"}));
}

TEST_F(ReplyTest, RefusesWhatCannotBe) {
  expect_refused(record_pack(workspace_, "", {plan_}, file_hash, by_ada), "a pack needs");
  expect_refused(record_pack(workspace_, "Halden", {}, file_hash, by_ada), "a pack needs");
  expect_refused(record_pack(workspace_, "Halden", {plan_}, "", by_ada), "a pack needs");
  expect_refused(record_pack(workspace_, "Halden", {std::string(64, 'e')}, file_hash, by_ada),
                 "no such document");
  ASSERT_TRUE(record_pack(workspace_, "Halden", {plan_}, file_hash, by_ada));
  const Reply good{0, 1, plan_, "COP-01", "them", "no", "ada", by_ada.at};
  Reply reply = good;
  reply.pack = 7;
  expect_refused(record_reply(workspace_, reply), "no such pack");
  reply = good;
  reply.sha256 = other_;
  expect_refused(record_reply(workspace_, reply), "does not hold this document");
  reply = good;
  reply.text.clear();
  expect_refused(record_reply(workspace_, reply), "says nothing");
  expect_refused(make_final(workspace_, 7, by_ada), "no such pack");
  EXPECT_EQ(events(workspace_, {.kind = "reply"})->size(), 0u);
}

TEST_F(ReplyTest, TheDatabaseItselfRefusesToChangeOrRemove) {
  ASSERT_TRUE(record_pack(workspace_, "Halden", {plan_}, file_hash, by_ada));
  ASSERT_TRUE(record_reply(workspace_, {0, 1, plan_, "COP-01", "them", "no", "ada", by_ada.at}));
  ASSERT_TRUE(make_final(workspace_, 1, by_ada));
  const std::string before = dump(workspace_);
  for (const std::string table : {"pack", "pack_document", "reply", "pack_state"})
    for (const std::string& attempt :
         {"DELETE FROM " + table, "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table,
          "UPDATE " + table + " SET " + (table == "pack" ? "system = 'x'" : "pack = 1")}) {
      EXPECT_FALSE(workspace_.database().execute(attempt)) << attempt;
      EXPECT_EQ(dump(workspace_), before) << attempt;
    }
}

}  // namespace
}  // namespace planmark
