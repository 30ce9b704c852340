#include "review/workspace.h"

#include <gtest/gtest.h>
#include <sys/mount.h>

#include <fstream>

#include "base/file.h"
#include "base/sha256.h"
#include "review/database.h"
#include "tests/review/sample_values.h"
#include "tests/review/scratch_folder.h"

namespace planmark {
namespace {
namespace fs = std::filesystem;

class WorkspaceTest : public testing::Test {
 protected:
  fs::path folder() const { return scratch_.path() / "workspace"; }

  Workspace open() {
    auto workspace = Workspace::open(folder());
    EXPECT_TRUE(workspace) << (workspace ? "" : describe(workspace.error()));
    return std::move(*workspace);
  }

  // A file with these bytes and this name; its hash once added.
  std::string add(Workspace& workspace, const std::string& name, const std::string& bytes) {
    const fs::path file = scratch_.path() / "in" / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    const auto sha256 = workspace.add_file(file);
    EXPECT_TRUE(sha256) << (sha256 ? "" : describe(sha256.error()));
    return sha256.value_or("");
  }

  static RegisteredDocument only(const Workspace& workspace, const AnalysisVersion& analysis = lexicon_1) {
    const auto list = workspace.documents(reader_1, analysis);
    EXPECT_TRUE(list && list->size() == 1u);
    return list && !list->empty() ? list->front() : RegisteredDocument();
  }

  ScratchFolder scratch_;
};

TEST_F(WorkspaceTest, KeepsBytesOnceAndEveryName) {
  Workspace workspace = open();
  const std::string bytes("%PDF-1.7\0\r\n\xFF", 12);
  const std::string sha256 = add(workspace, "b plan.pdf", bytes);
  EXPECT_EQ(sha256, sha256_hex(bytes));
  EXPECT_EQ(add(workspace, "a 'plan'\n\"x\".pdf", bytes), sha256);
  EXPECT_EQ(add(workspace, "b plan.pdf", bytes), sha256);
  EXPECT_EQ(add(workspace, "caf\xE9.pdf", bytes), sha256);
  EXPECT_EQ(read_file(workspace.kept_file(sha256)), bytes);
  const RegisteredDocument document = only(workspace);
  EXPECT_EQ(document.bytes, bytes.size());
  EXPECT_EQ(document.file_names,
            (std::vector<std::string>{"a 'plan'\n\"x\".pdf", "b plan.pdf", "caf\uFFFD.pdf"}));
  EXPECT_FALSE(document.extracted);
  EXPECT_FALSE(document.refusal);
}

TEST_F(WorkspaceTest, MakesWholeAKeptFileThatWasCutShort) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "%PDF-1.7 whole");
  fs::resize_file(workspace.kept_file(sha256), 3);
  add(workspace, "a.pdf", "%PDF-1.7 whole");
  EXPECT_EQ(read_file(workspace.kept_file(sha256)), "%PDF-1.7 whole");
}

TEST_F(WorkspaceTest, LoadsWhatItSaved) {
  Workspace workspace = open();
  const std::string sha256 = add(workspace, "a.pdf", "a");
  const Document document = sample_document(sha256);
  const Analysis analysis = sample_analysis(document);
  const RuleBook rules = sample_rules();
  ASSERT_TRUE(workspace.set_identity(sha256, {"QHM", "plan", "2023", "", ""}, IdentitySource::proposed, {}));
  ASSERT_TRUE(workspace.save_extraction(document, reader_1));
  ASSERT_TRUE(workspace.save_analysis(sha256, "plan", analysis, rules, lexicon_1));

  EXPECT_EQ(workspace.load_document(sha256), document);
  EXPECT_EQ(workspace.load_analysis(sha256, rules), analysis);
  const auto drafts = workspace.load_drafts(sha256);
  ASSERT_TRUE(drafts && *drafts);
  EXPECT_EQ((*drafts)->part, "plan");
  EXPECT_EQ((*drafts)->version, lexicon_1);
  EXPECT_EQ((*drafts)->drafts, analysis.drafts);
  const RegisteredDocument listed = only(workspace);
  EXPECT_TRUE(listed.extracted);
  EXPECT_TRUE(listed.analyzed);
  EXPECT_EQ(listed.pages, 3u);
  EXPECT_EQ(listed.unreadable_pages, 1u);
  EXPECT_FALSE(only(workspace, lexicon_2).analyzed) << "another lexicon";
}

}  // namespace
}  // namespace planmark
