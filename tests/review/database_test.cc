#include "review/database.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "base/file.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {
using std::chrono::milliseconds;

class DatabaseTest : public testing::Test {
 protected:
  Database open(milliseconds patience = milliseconds(20)) {
    auto database = Database::open(file(), Database::Access::create, patience);
    EXPECT_TRUE(database && database->use_write_ahead_log());
    return std::move(*database);
  }
  std::filesystem::path file() const { return scratch_.path() / "planmark.db"; }

  // All of t.a, in order.
  static std::vector<std::string> texts(Database& database) {
    Transaction look(database, Transaction::Kind::read);
    Statement row = look.prepare("SELECT a FROM t ORDER BY rowid");
    row.with();
    std::vector<std::string> found;
    while (row.next()) found.push_back(row.text(0));
    EXPECT_TRUE(look.commit());
    return found;
  }

  TemporaryFolder scratch_;
};

TEST_F(DatabaseTest, KeepsEveryByteOfText) {
  Database database = open();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a TEXT NOT NULL) STRICT"));
  const std::vector<std::string> texts_in{"", "it's \"quoted\"; DROP TABLE t; --", "two\nlines",
                                          "na\u00efve \u2013 \U0001F9D2", std::string("nul\0inside", 10)};
  Transaction change(database, Transaction::Kind::write);
  Statement insert = change.prepare("INSERT INTO t VALUES (?)");
  for (const std::string& text : texts_in) insert.run(text);
  ASSERT_TRUE(change.commit());
  EXPECT_EQ(texts(database), texts_in);
}

TEST_F(DatabaseTest, UndoesAllAfterTheFirstFailureAndGivesThatOne) {
  Database database = open();
  ASSERT_TRUE(
      database.execute("CREATE TABLE t (a TEXT NOT NULL UNIQUE) STRICT; INSERT INTO t VALUES ('kept')"));
  {
    Transaction change(database, Transaction::Kind::write);
    Statement insert = change.prepare("INSERT INTO t VALUES (?)");
    insert.run("new");
    insert.run("kept");
    insert.run("after");
    const auto done = change.commit();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ProblemKind::internal);
    EXPECT_NE(done.error().what.find("UNIQUE"), std::string::npos) << done.error().what;
    EXPECT_EQ(done.error().where, file().string());
  }
  EXPECT_EQ(texts(database), std::vector<std::string>{"kept"});
}

TEST_F(DatabaseTest, UndoesWhatIsNotCommitted) {
  Database database = open();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a TEXT) STRICT"));
  Transaction(database, Transaction::Kind::write).prepare("INSERT INTO t VALUES (?)").run("x");
  EXPECT_TRUE(texts(database).empty());
}

TEST_F(DatabaseTest, RefusesAWrongNumberOfValues) {
  Database database = open();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a TEXT) STRICT"));
  Transaction change(database, Transaction::Kind::write);
  change.prepare("INSERT INTO t VALUES (?)").run("x", "y");
  EXPECT_FALSE(change.commit());
}

TEST_F(DatabaseTest, SaysThatTheDiskIsFullAndLosesNothing) {
  Database database = open();
  ASSERT_TRUE(database.execute("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('kept')"));
  ASSERT_TRUE(database.execute("PRAGMA max_page_count = 4"));
  {
    Transaction change(database, Transaction::Kind::write);
    change.prepare("INSERT INTO t VALUES (?)").run(std::string(100'000, 'x'));
    const auto done = change.commit();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ProblemKind::storage);
    EXPECT_NE(done.error().what.find("disk is full"), std::string::npos) << done.error().what;
    EXPECT_NE(done.error().fix.find("free some space"), std::string::npos);
  }
  EXPECT_EQ(texts(database), std::vector<std::string>{"kept"});
}

TEST_F(DatabaseTest, WaitsForAnotherWriterThenSaysSo) {
  Database mine = open(), other = open();
  ASSERT_TRUE(mine.execute("CREATE TABLE t (a TEXT) STRICT"));
  Transaction writing(other, Transaction::Kind::write);
  {
    Transaction change(mine, Transaction::Kind::write);
    const auto done = change.commit();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ProblemKind::storage);
    EXPECT_NE(done.error().what.find("another program"), std::string::npos) << done.error().what;
  }
  ASSERT_TRUE(writing.commit());
  Transaction change(mine, Transaction::Kind::write);
  EXPECT_TRUE(change.commit());
}

TEST_F(DatabaseTest, ReadsASteadyViewWhileAnotherWrites) {
  Database mine = open(), other = open();
  ASSERT_TRUE(mine.execute("CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('first')"));
  const auto count = [](Transaction& look) {
    Statement row = look.prepare("SELECT count(*) FROM t");
    row.with().next();
    return row.integer(0);
  };
  Transaction look(mine, Transaction::Kind::read);
  EXPECT_EQ(count(look), 1);
  ASSERT_TRUE(other.execute("INSERT INTO t VALUES ('second')"));
  EXPECT_EQ(count(look), 1);
}

TEST_F(DatabaseTest, TellsDamageFromADatabaseOfAnotherKind) {
  ASSERT_TRUE(write_file(file(), std::string(8192, 'x')));
  auto database = Database::open(file(), Database::Access::create);
  const auto changed =
      database ? database->use_write_ahead_log() : Result<void>(tl::unexpected(database.error()));
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().kind, ProblemKind::storage);
  EXPECT_NE(changed.error().what.find("not a planmark database"), std::string::npos) << changed.error().what;
}

TEST_F(DatabaseTest, NamesTheFolderThatIsMissing) {
  const auto database = Database::open(scratch_.path() / "no" / "x.db", Database::Access::create);
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().kind, ProblemKind::storage);
  EXPECT_EQ(database.error().where, (scratch_.path() / "no" / "x.db").string());
}

TEST(StorableText, IsValidAndWithoutNul) {
  EXPECT_EQ(storable_text(std::string("a\0b\xFF", 4)), "a b\uFFFD");
  EXPECT_EQ(storable_text("caf\u00e9 'x'\n"), "caf\u00e9 'x'\n");
}

}  // namespace
}  // namespace planmark
