#include "review/people.h"

#include "review/database.h"
#include "review/session.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

const Act first_run{"planmark", "2026-03-01T08:00:00Z"};
const Person ada{"ada", "Ada Obi", {Role::reviewer, Role::coordinator}, true};
const Person ben{"ben", "Ben Lowe", {Role::reviewer}, true};
const std::string token_1(64, '1'), token_2(64, '2');

class PeopleTest : public WorkspaceFixture {
 protected:
  Workspace open_with_people() const {
    Workspace workspace = open();
    EXPECT_TRUE(add_person(workspace, ada, first_run));
    EXPECT_TRUE(add_person(workspace, ben, by_ada));
    return workspace;
  }

  static std::vector<std::string> noted(const Workspace& workspace, const EventFilter& filter = {}) {
    std::vector<std::string> lines;
    const auto found = events(workspace, filter);
    EXPECT_TRUE(found);
    if (!found) return lines;
    for (const Event& event : *found)
      lines.push_back(event.person + ": " + event.kind + " " + event.subject +
                      (event.what.empty() ? "" : " (" + event.what + ")"));
    return lines;
  }
};

TEST_F(PeopleTest, AreKeptWithTheirRoles) {
  Workspace workspace = open_with_people();
  EXPECT_EQ(people(workspace), (std::vector<Person>{ada, ben}));
  EXPECT_EQ(find_person(workspace, "ben"), ben);
  EXPECT_EQ(find_person(workspace, "cyd"), std::nullopt);
  const Person promoted{"ben", "Ben Lowe", {Role::adjudicator, Role::reviewer, Role::reviewer}, true};
  ASSERT_TRUE(change_person(workspace, promoted, by_ada));
  EXPECT_EQ(find_person(workspace, "ben").value()->roles, (std::vector{Role::reviewer, Role::adjudicator}));
  EXPECT_EQ(noted(workspace),
            (std::vector<std::string>{"planmark: person added ada (Ada Obi; reviewer, coordinator)",
                                      "ada: person added ben (Ben Lowe; reviewer)",
                                      "ada: person changed ben (Ben Lowe; reviewer, adjudicator)"}));
}

TEST_F(PeopleTest, RefusesWhatCannotBe) {
  Workspace workspace = open_with_people();
  struct Row {
    Person person;
    const char* said;
  };
  const Row added[] = {{{"", "Nobody", {}, true}, "a sign-in name has"},
                       {{"Ada", "Ada", {}, true}, "a sign-in name has"},
                       {{"a b", "A B", {}, true}, "a sign-in name has"},
                       {{std::string(61, 'a'), "Long", {}, true}, "a sign-in name has"},
                       {{"cyd", "", {}, true}, "needs a name to be shown"},
                       {{"ada", "Ada Two", {}, true}, "is taken"}};
  for (const Row& row : added) {
    const auto done = add_person(workspace, row.person, by_ada);
    ASSERT_FALSE(done) << row.said;
    EXPECT_EQ(done.error().kind, ProblemKind::bad_input);
    EXPECT_NE(done.error().what.find(row.said), std::string::npos) << done.error().what;
  }
  const Row changed[] = {{{"cyd", "Cyd", {}, true}, "nobody has this sign-in name"},
                         {{"ada", "Ada Obi", {Role::reviewer}, true}, "nobody active would be left"},
                         {{"ada", "Ada Obi", {Role::coordinator}, false}, "nobody active would be left"}};
  for (const Row& row : changed) {
    const auto done = change_person(workspace, row.person, by_ada);
    ASSERT_FALSE(done) << row.said;
    EXPECT_NE(done.error().what.find(row.said), std::string::npos) << done.error().what;
  }
  EXPECT_FALSE(add_person(workspace, {"cyd", "Cyd", {}, true}, {"ada", "yesterday"})) << "no time";
  EXPECT_EQ(people(workspace), (std::vector<Person>{ada, ben})) << "nothing was half done";
}

TEST_F(PeopleTest, APasswordIsAnOpaqueHash) {
  Workspace workspace = open_with_people();
  EXPECT_EQ(password_hash(workspace, "ben"), std::nullopt);
  ASSERT_TRUE(set_password(workspace, "ben", "$argon2id$one", by_ada));
  EXPECT_EQ(password_hash(workspace, "ben"), "$argon2id$one");
  ASSERT_TRUE(change_person(workspace, {"ben", "Ben Lowe", {}, false}, by_ada));
  EXPECT_EQ(password_hash(workspace, "ben"), std::nullopt) << "not active";
  for (const std::string& line : noted(workspace)) EXPECT_EQ(line.find("argon"), std::string::npos) << line;
}

TEST_F(PeopleTest, ASessionHoldsUntilItEndsOrExpires) {
  Workspace workspace = open_with_people();
  const auto who = [&](const std::string& token, const char* now) {
    const auto person = session_person(workspace, token, now);
    EXPECT_TRUE(person);
    return person && *person ? (*person)->name : "";
  };
  const Token of_ben{token_1, "ben", "2026-03-01T10:00:00Z", "2026-03-01T22:00:00Z"};
  ASSERT_TRUE(begin_session(workspace, of_ben));
  EXPECT_EQ(who(token_1, "2026-03-01T10:00:00Z"), "ben");
  EXPECT_EQ(who(token_1, "2026-03-01T21:59:59Z"), "ben");
  EXPECT_EQ(who(token_1, "2026-03-01T22:00:00Z"), "") << "expired";
  EXPECT_EQ(who(token_2, "2026-03-01T10:00:00Z"), "") << "unknown";
  ASSERT_TRUE(end_session(workspace, token_1, "2026-03-01T11:00:00Z"));
  EXPECT_EQ(who(token_1, "2026-03-01T11:00:01Z"), "") << "signed out";

  ASSERT_TRUE(begin_session(workspace, {token_2, "ben", of_ben.created, of_ben.expires}));
  ASSERT_TRUE(set_password(workspace, "ben", "new", by_ada));
  EXPECT_EQ(who(token_2, "2026-03-01T11:00:01Z"), "") << "a new password signs out";
  ASSERT_TRUE(begin_session(workspace, {std::string(64, '3'), "ben", of_ben.created, of_ben.expires}));
  ASSERT_TRUE(change_person(workspace, {"ben", "Ben Lowe", {}, false}, by_ada));
  EXPECT_EQ(who(std::string(64, '3'), "2026-03-01T11:00:01Z"), "") << "who is not active is signed out";
  EXPECT_FALSE(begin_session(workspace, {std::string(64, '4'), "ben", of_ben.created, of_ben.expires}));
  EXPECT_FALSE(begin_session(workspace, {"short", "ada", of_ben.created, of_ben.expires}));
  EXPECT_FALSE(begin_session(workspace, {std::string(64, '5'), "ada", of_ben.expires, of_ben.created}));
}

TEST_F(PeopleTest, ALinkIsFollowedOnce) {
  Workspace workspace = open_with_people();
  ASSERT_TRUE(keep_sign_in_link(workspace, {token_1, "ben", by_ada.at, "2026-03-02T09:00:00Z"}, by_ada));
  ASSERT_TRUE(keep_sign_in_link(workspace, {token_2, "ben", by_ada.at, "2026-03-02T09:00:00Z"}, by_ada));
  const auto follow = [&](const std::string& token, const char* at) {
    return use_sign_in_link(workspace, token, at, "192.0.2.1").value();
  };
  EXPECT_EQ(follow(token_1, "2026-03-01T10:00:00Z"), ben);
  EXPECT_EQ(follow(token_1, "2026-03-01T10:00:01Z"), std::nullopt) << "spent";
  EXPECT_EQ(follow(token_2, "2026-03-02T09:00:00Z"), std::nullopt) << "expired";
  EXPECT_EQ(follow(std::string(64, '9'), "2026-03-01T10:00:00Z"), std::nullopt) << "unknown";
  EXPECT_EQ(noted(workspace, {.kind = "sign-in failed"}),
            (std::vector<std::string>{"ben: sign-in failed 192.0.2.1", "ben: sign-in failed 192.0.2.1",
                                      ": sign-in failed 192.0.2.1"}));
}

TEST_F(PeopleTest, FailedSignInsAreNotedWithNameAndAddress) {
  Workspace workspace = open_with_people();
  const auto fail = [&](const char* name, const char* address, const char* at) {
    ASSERT_TRUE(note_failed_sign_in(workspace, name, address, at));
  };
  fail("ben", "192.0.2.1", "2026-03-01T10:00:00Z");
  fail("ben", "192.0.2.2", "2026-03-01T10:05:00Z");
  fail("x' OR 1=1", "192.0.2.1", "2026-03-01T10:06:00Z");
  EXPECT_EQ(
      noted(workspace, {.kind = "sign-in failed", .since = "2026-03-01T10:01:00Z"}),
      (std::vector<std::string>{"ben: sign-in failed 192.0.2.2", "x' OR 1=1: sign-in failed 192.0.2.1"}));
}

TEST_F(PeopleTest, TheDatabaseItselfRefusesToChangeOrRemoveAnEvent) {
  Workspace workspace = open_with_people();
  const std::string before = dump(workspace);
  for (const char* attempt : {"UPDATE event SET person = 'x'", "DELETE FROM event",
                              "INSERT OR REPLACE INTO event SELECT * FROM event",
                              "UPDATE OR REPLACE event SET number = 1 WHERE number = 2"}) {
    EXPECT_FALSE(workspace.database().execute(attempt)) << attempt;
    EXPECT_EQ(dump(workspace), before) << attempt;
  }
}

TEST(TimeStamp, HasOneForm) {
  EXPECT_TRUE(is_time_stamp("2026-03-01T10:00:00Z"));
  for (const char* text :
       {"", "2026-03-01", "2026-03-01T10:00:00", "2026-03-01T10:00:00.5Z", "2026-13-01T10:00:00Z",
        "2026-03-01 10:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T10:00:00+00:00"})
    EXPECT_FALSE(is_time_stamp(text)) << text;
}

}  // namespace
}  // namespace planmark
