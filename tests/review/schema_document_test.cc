// review/SCHEMA.md says what the database is: each table, each column, and queries that run.
#include <map>
#include <set>

#include "base/file.h"
#include "base/format.h"
#include "review/database.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class SchemaDocumentTest : public WorkspaceFixture {
 protected:
  static std::string document() {
    return read_file(std::filesystem::path(PLANMARK_SOURCE_DIR) / "review/SCHEMA.md").value_or("");
  }

  // The paragraph "**table**: ..." that tells of each table.
  static std::map<std::string, std::string> paragraphs() {
    std::map<std::string, std::string> found;
    const std::string text = document();
    for (std::size_t at = text.find("\n**"); at != std::string::npos; at = text.find("\n**", at + 1)) {
      const std::size_t name = at + 3, name_end = text.find("**", name);
      found[text.substr(name, name_end - name)] = text.substr(at, text.find("\n\n", at) - at);
    }
    return found;
  }

  static std::vector<std::string> queries() {
    std::vector<std::string> found;
    const std::string text = document(), fence = "```sql\n";
    for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
      const std::size_t begin = at + fence.size();
      found.push_back(text.substr(begin, text.find("```", begin) - begin));
    }
    return found;
  }
};

TEST_F(SchemaDocumentTest, TellsOfEveryTableAndColumnAndOfNoOther) {
  const auto told = paragraphs();
  std::set<std::string> tables;
  Workspace workspace = open();
  Transaction look(workspace.database(), Transaction::Kind::read);
  Statement row = look.prepare(
      "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
      " WHERE t.schema = 'main' AND t.type IN ('table', 'virtual') AND t.name NOT LIKE 'sqlite_%'");
  row.with();
  while (row.next()) {
    const std::string table = row.text(0), column = row.text(1);
    tables.insert(table);
    ASSERT_TRUE(told.contains(table)) << "SCHEMA.md has no paragraph **" << table << "**";
    EXPECT_NE(told.at(table).find('`' + column + '`'), std::string::npos)
        << "SCHEMA.md does not name column `" << column << "` of **" << table << "**";
  }
  ASSERT_TRUE(look.commit());
  for (const auto& [table, paragraph] : told)
    EXPECT_TRUE(tables.contains(table) || table.ends_with('.'))
        << "SCHEMA.md tells of a table " << table << " that is not there";
}

TEST_F(SchemaDocumentTest, ItsQueriesRun) {
  Workspace workspace = open();
  add_drafted(workspace, "ousedale__jfp__2023.pdf");
  ASSERT_GE(queries().size(), 5u);
  for (const std::string& query : queries()) {
    Transaction look(workspace.database(), Transaction::Kind::read);
    Statement row = look.prepare(query);
    row.with();
    int rows = 0;
    while (row.next()) ++rows;
    const auto done = look.commit();
    EXPECT_TRUE(done) << query << (done ? "" : describe(done.error()));
    EXPECT_EQ(rows > 0, query.find("FROM decision") == std::string::npos &&
                            query.find("FROM standing") == std::string::npos)
        << query;
  }
}

TEST_F(SchemaDocumentTest, EngineTablesAreKeptInTheOrderOfTheirKeys) {
  Workspace workspace = open();
  Transaction look(workspace.database(), Transaction::Kind::read);
  Statement row = look.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT wr"
      " AND name NOT LIKE 'sqlite_%' ORDER BY name");
  row.with();
  std::vector<std::string> by_arrival;
  while (row.next()) by_arrival.push_back(row.text(0));
  EXPECT_EQ(by_arrival, (std::vector<std::string>{"criterion_comment", "decision", "event", "migration",
                                                  "pack", "pack_state", "page_number", "reply", "setting",
                                                  "sighting", "watch_round"}))
      << "only what is numbered as it comes";
}

}  // namespace
}  // namespace planmark
