#include "review/migrations.h"

#include <thread>

#include "base/file.h"
#include "base/format.h"
#include "review/event.h"
#include "review/record.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class MigrationsTest : public WorkspaceFixture {
 protected:
  Database database() const {
    std::filesystem::create_directories(folder());
    return std::move(*Database::open(folder() / "planmark.db", Database::Access::create));
  }

  static std::string schema(Database& database) {
    Transaction look(database, Transaction::Kind::read);
    Statement row = look.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    row.with();
    std::string text;
    while (row.next()) text += row.text(0) + ";\n";
    EXPECT_TRUE(look.commit());
    return text;
  }
};

TEST_F(MigrationsTest, AreNumberedWithoutGaps) {
  int number = 0;
  for (const Migration& step : migrations()) {
    EXPECT_EQ(step.number, ++number);
    EXPECT_FALSE(step.name.empty());
  }
  EXPECT_GE(number, 3);
}

TEST_F(MigrationsTest, BringEveryOlderSchemaToThisOne) {
  Database fresh = database();
  ASSERT_TRUE(migrate(fresh, migrations()));
  for (std::size_t have = 0; have < migrations().size(); ++have) {
    TemporaryFolder scratch;
    Database old = std::move(*Database::open(scratch.path() / "planmark.db", Database::Access::create));
    ASSERT_TRUE(migrate(old, migrations().first(have)));
    ASSERT_TRUE(migrate(old, migrations()));
    EXPECT_EQ(schema(old), schema(fresh)) << "from step " << have;
    EXPECT_TRUE(migrate(old, migrations())) << "once more does nothing";
  }
}

TEST_F(MigrationsTest, KeepWhatAnOlderSchemaHolds) {
  {
    Database old = database();
    ASSERT_TRUE(migrate(old, migrations().first(migrations().size() - 1)));
    ASSERT_TRUE(old.execute(format("INSERT INTO document VALUES ('{}', 7)", std::string(64, 'a'))));
  }
  Workspace workspace = open();
  EXPECT_EQ(only(workspace).bytes, 7u);
}

TEST_F(MigrationsTest, DecisionsOfBeforeThereWereMarksBecomeFirstMarks) {
  const std::string sha256(64, 'a');
  {
    Database old = database();
    ASSERT_TRUE(migrate(old, migrations().first(5)));
    ASSERT_TRUE(
        old.execute(format("INSERT INTO document VALUES ('{0}', 7);"
                           "INSERT INTO decision VALUES (1, '{0}', 'COP-01', 'Ada', '2026-03-01T10:00:00Z', "
                           "'change', 'No', 'why', '',"
                           " 'Yes', '0.1.0', 'lexicon', '72.1', '2022');"
                           "INSERT INTO decision_evidence VALUES (1, 'for', 1, 2, 3, 8, 'quote', '[]', '')",
                           sha256)));
  }
  Workspace workspace = open();
  const auto stands = standing(workspace, sha256, "COP-01");
  ASSERT_TRUE(stands && *stands);
  EXPECT_EQ((*stands)->number, 1);
  EXPECT_EQ((*stands)->mark, Mark::first);
  EXPECT_EQ((*stands)->answer, "No");
  EXPECT_TRUE((*stands)->draft_shown);
  EXPECT_EQ((*stands)->draft_version.lexicon, "lexicon");
  EXPECT_EQ(events(workspace, {.kind = "decision"}).value().front().what, "first: change: No");
  EXPECT_FALSE(workspace.database().execute("UPDATE decision SET answer = 'Yes'"));
  EXPECT_FALSE(workspace.database().execute("DELETE FROM decision_evidence"));
}

TEST_F(MigrationsTest, AreUndoneWholeWhenOneFails) {
  const Migration good = migrations().front();
  const Migration steps[] = {good,
                             {2, "broken", "CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT)"}};
  Database made = database();
  const auto done = migrate(made, steps);
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().what.find("half"), std::string::npos) << done.error().what;
  EXPECT_EQ(schema(made).find("half"), std::string::npos);
  EXPECT_NE(schema(made).find("CREATE TABLE document"), std::string::npos) << "the step before it stays";
  const Migration mended[] = {good, {2, "mended", "CREATE TABLE whole (a TEXT) STRICT"}};
  EXPECT_TRUE(migrate(made, mended));
}

TEST_F(MigrationsTest, MayNotLeaveRowsWithoutWhatTheyReferTo) {
  const Migration steps[] = {
      {1, "first",
       "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE b (a REFERENCES a (id)) ;"
       "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)"},
      {2, "careless", "DELETE FROM a"}};
  Database made = database();
  const auto done = migrate(made, steps);
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().what.find("careless"), std::string::npos) << done.error().what;
}

TEST_F(MigrationsTest, OfANewerPlanmarkAreRefused) {
  const std::string before = [&] {
    Database newer = database();
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.push_back({static_cast<int>(steps.size()) + 1, "later", "CREATE TABLE later (a TEXT) STRICT"});
    EXPECT_TRUE(migrate(newer, steps));
    return schema(newer);
  }();
  for (const auto& workspace : {Workspace::open(folder()).map([](auto&&) {}),
                                Workspace::open_existing(folder()).map([](auto&&) {})}) {
    ASSERT_FALSE(workspace);
    EXPECT_EQ(workspace.error().kind, ProblemKind::storage);
    EXPECT_NE(workspace.error().what.find("newer planmark"), std::string::npos) << workspace.error().what;
  }
  Database still = database();
  EXPECT_EQ(schema(still), before);
}

TEST_F(MigrationsTest, LeaveTheDatabaseOfAnotherProgramAlone) {
  {
    Database other = database();
    ASSERT_TRUE(other.execute("CREATE TABLE recipes (name TEXT)"));
  }
  const auto bytes = read_file(folder() / "planmark.db");
  const auto workspace = Workspace::open(folder());
  ASSERT_FALSE(workspace);
  EXPECT_EQ(workspace.error().kind, ProblemKind::storage);
  EXPECT_NE(workspace.error().what.find("another program"), std::string::npos) << workspace.error().what;
  EXPECT_EQ(read_file(folder() / "planmark.db"), bytes);
}

TEST_F(MigrationsTest, SayThatAFileIsNoDatabase) {
  std::filesystem::create_directories(folder());
  ASSERT_TRUE(write_file(folder() / "planmark.db", std::string(5000, '#')));
  const auto workspace = Workspace::open(folder());
  ASSERT_FALSE(workspace);
  EXPECT_NE(workspace.error().what.find("not a planmark database"), std::string::npos)
      << workspace.error().what;
}

TEST_F(MigrationsTest, RunOnceWhenTwoOpenANewWorkspaceAtTheSameMoment) {
  for (int round = 0; round < 5; ++round) {
    TemporaryFolder scratch;
    std::vector<Result<void>> opened(4);
    std::vector<std::thread> openers;
    for (auto& result : opened)
      openers.emplace_back([&] { result = Workspace::open(scratch.path() / "w").map([](auto&&) {}); });
    for (std::thread& opener : openers) opener.join();
    for (const auto& result : opened) EXPECT_TRUE(result) << describe(result.error());
  }
}

}  // namespace
}  // namespace planmark
