#include "review/verify.h"

#include "base/format.h"
#include "review/database.h"
#include "review/record.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class VerifyTest : public WorkspaceFixture {
 protected:
  static Result<Document> same(const std::filesystem::path&, const std::string& sha256) {
    return sample_document(sha256);
  }

  static std::vector<Mismatch> mismatches(const Workspace& workspace, const ReadAgain& read_again = same) {
    auto verification = verify(workspace, read_again);
    EXPECT_TRUE(verification) << (verification ? "" : describe(verification.error()));
    return verification ? verification->mismatches : std::vector<Mismatch>();
  }

  // Behind the back of planmark.
  static void tamper(Workspace& workspace, const std::string& sql) {
    ASSERT_TRUE(workspace.database().execute(sql));
    ASSERT_EQ(workspace.database().changes(), 1) << sql;
  }
};

TEST_F(VerifyTest, FindsEveryQuoteOfAnUntouchedWorkspace) {
  Workspace workspace = open();
  add_drafted(workspace, "a.pdf");
  add_drafted(workspace, "b.pdf");
  add(workspace, "refused.pdf", "x");
  const auto verification = verify(workspace, same);
  ASSERT_TRUE(verification);
  EXPECT_EQ(verification->documents, 3u);
  EXPECT_EQ(verification->quotes, 2 * 4u) << "two for, one against, one clause";
  EXPECT_EQ(verification->mismatches, std::vector<Mismatch>());
}

TEST_F(VerifyTest, NamesEachQuoteThatWasTamperedWith) {
  struct Row {
    const char* sql;
    const char* question;
    std::uint32_t page;
    const char* said;
  };
  const Row rows[] = {
      {"UPDATE evidence SET quote = 'We listened to everyone.' WHERE side = 'for' AND rank = 1", "COP-01", 2,
       "not at its place in the stored text: there it reads \"We listened to young people.\""},
      {"UPDATE evidence SET page = 1 WHERE side = 'for' AND rank = 1", "COP-01", 1, "not at its place"},
      {"UPDATE evidence SET end_byte = 9999 WHERE side = 'against'", "COP-01", 1, "the text ends before it"},
      {"UPDATE clause SET quote = 'x' WHERE clause = 'K1'", "COP-01", 2, "not at its place"},
  };
  for (const Row& row : rows) {
    TemporaryFolder scratch;
    auto workspace = Workspace::open(scratch.path() / "w");
    ASSERT_TRUE(workspace);
    const std::string sha256 = add_drafted(*workspace);
    tamper(*workspace, row.sql);
    const auto found = mismatches(*workspace);
    ASSERT_EQ(found.size(), 1u) << row.sql;
    EXPECT_EQ(found[0].sha256, sha256);
    EXPECT_EQ(found[0].file_name, "a.pdf");
    EXPECT_EQ(found[0].question, row.question);
    EXPECT_EQ(found[0].page, row.page);
    EXPECT_NE(found[0].what.find(row.said), std::string::npos) << found[0].what;
  }
}

TEST_F(VerifyTest, NamesAKeptFileThatWasTamperedWith) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  std::ofstream(workspace.kept_file(sha256), std::ios::app) << "more";
  const auto changed = mismatches(workspace);
  ASSERT_EQ(changed.size(), 1u);
  EXPECT_EQ(changed[0].page, 0u);
  EXPECT_NE(changed[0].what.find("have changed"), std::string::npos) << changed[0].what;
  std::filesystem::remove(workspace.kept_file(sha256));
  EXPECT_NE(mismatches(workspace).at(0).what.find("cannot be read"), std::string::npos);
}

TEST_F(VerifyTest, NamesWhatTheFileDoesNotSayWhenReadAgain) {
  Workspace workspace = open();
  add_drafted(workspace);
  const auto other_words = [](const auto& path, const std::string& sha256) {
    Result<Document> document = same(path, sha256);
    document->text.replace(document->text.find("young"), 5, "older");
    return document;
  };
  EXPECT_EQ(mismatches(workspace, other_words).size(), 2u) << "the evidence and the clause that it decides";
  const auto other_page = [](const auto& path, const std::string& sha256) {
    Result<Document> document = same(path, sha256);
    document->pages[0].span.end = document->pages[1].span.begin = document->pages[1].span.end;
    return document;
  };
  EXPECT_EQ(mismatches(workspace, other_page).size(), 3u) << "all that stood on page 2";
  const auto refused = [](const auto&, const auto&) -> Result<Document> {
    return failure(ProblemKind::crashed, "the worker died");
  };
  const auto all = mismatches(workspace, refused);
  EXPECT_EQ(all.size(), 4u);
  EXPECT_NE(all.at(0).what.find("the worker died"), std::string::npos) << all[0].what;
}

TEST_F(VerifyTest, LooksAtTheQuotesOfDecisionsToo) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  Decision decision;
  decision.sha256 = sha256;
  decision.question = "COP-01";
  decision.person = "A. Reviewer";
  decision.at = "2026-03-01T10:00:00Z";
  decision.action = "confirm";
  const Span listened = sample_analysis(sample_document(sha256)).drafts.front().evidence.front().span;
  decision.quotes = {{Verdict::accepted, 2, listened, "We listened to young people.", ""},
                     {Verdict::added, 2, {listened.begin, listened.begin + 11}, "We listened", ""}};
  ASSERT_TRUE(record_decision(workspace, sample_rules(), decision));
  EXPECT_EQ(verify(workspace, same)->quotes, 4 + 3 + 1u) << "those of the draft once, and what was added";

  // A later planmark reads one word more on page 1: what the decision rests on has moved, but stands.
  Document moved = sample_document(sha256);
  moved.text.insert(0, "New ");
  for (Page& page : moved.pages) page.span = {page.span.begin + 4, page.span.end + 4};
  moved.pages[0].span.begin = 0;
  moved.words.clear();
  const auto read_moved = [&](const auto&, const auto&) -> Result<Document> { return moved; };
  ASSERT_TRUE(workspace.save_extraction(moved, {"0.2.0", "22.12.0"}));
  EXPECT_EQ(mismatches(workspace, read_moved), std::vector<Mismatch>());
  EXPECT_EQ(verify(workspace, read_moved)->quotes, 4u);
  moved.text.replace(moved.text.find("young"), 5, "older");
  EXPECT_EQ(mismatches(workspace, read_moved).size(), 1u);
}

TEST_F(VerifyTest, SaysThatTheDatabaseIsDamaged) {
  Workspace workspace = open();
  add_drafted(workspace);
  ASSERT_TRUE(workspace.database().execute("PRAGMA foreign_keys = OFF; DELETE FROM draft"));
  const auto verification = verify(workspace, same);
  ASSERT_FALSE(verification);
  EXPECT_EQ(verification.error().kind, ProblemKind::storage);
  EXPECT_NE(verification.error().what.find("damaged"), std::string::npos) << verification.error().what;
}

}  // namespace
}  // namespace planmark
