#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_inputs.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

struct GatherInputsTest : testing::Test {
  TemporaryFolder folder;
  fs::path workspace = folder.path() / "workspace";

  void add(const std::string& name, const std::string& bytes = "%PDF-1.4") const {
    fs::create_directories((folder.path() / name).parent_path());
    folder.write(name, bytes);
  }
  std::vector<std::string> names(const std::vector<InputFile>& files) const {
    std::vector<std::string> all;
    for (const InputFile& file : files) all.push_back(fs::relative(file.path, folder.path()).string());
    return all;
  }
};

TEST_F(GatherInputsTest, AFolderGivesItsDocumentsInOrderAndNamesTheRest) {
  add("in/b.pdf");
  add("in/a/c.PDF");
  add("in/no-extension");
  add("in/notes.txt", "notes");
  add("in/page.htm", "<!doctype html><p>x");
  add("in/page_files/frame.html", "<!doctype html><p>x");
  add("in/.hidden.pdf");
  const auto inputs = gather_inputs({(folder.path() / "in").string()}, "", workspace);
  ASSERT_TRUE(inputs);
  EXPECT_EQ(names(inputs->files),
            (std::vector<std::string>{"in/a/c.PDF", "in/b.pdf", "in/no-extension", "in/page.htm"}));
  EXPECT_EQ(inputs->left_out, std::vector<fs::path>{folder.path() / "in/notes.txt"});
}

TEST_F(GatherInputsTest, AFileNamedTwiceIsOneInput) {
  add("in/a.pdf");
  const std::string in = (folder.path() / "in").string();
  const auto inputs = gather_inputs({in, in + "/a.pdf", in + "/../in/a.pdf"}, "", workspace);
  EXPECT_EQ(names(inputs.value().files), std::vector<std::string>{"in/a.pdf"});
}

TEST_F(GatherInputsTest, TheWorkspaceIsNeverAnInput) {
  add("a.pdf");
  add("workspace/files/0123");
  const auto inputs = gather_inputs({folder.path().string()}, "", workspace);
  EXPECT_EQ(names(inputs.value().files), std::vector<std::string>{"a.pdf"});
}

TEST_F(GatherInputsTest, TheManifestOfAFolderSettlesWhatItsFilesAre) {
  add("in/a.pdf");
  add("in/b.pdf");
  add("in/manifest.csv", "file,part\nb.pdf,plan\n");
  const auto inputs = gather_inputs({(folder.path() / "in").string()}, "", workspace);
  ASSERT_EQ(names(inputs.value().files), (std::vector<std::string>{"in/a.pdf", "in/b.pdf"}));
  EXPECT_EQ(inputs->files[0].settled.part, "");
  EXPECT_EQ(inputs->files[1].settled.part, "plan");
  EXPECT_EQ(inputs->manifests.size(), 1U);
}

TEST_F(GatherInputsTest, OnePathThatIsNotThereCostsItselfAlone) {
  add("a.pdf");
  const std::string none = (folder.path() / "none.pdf").string();
  const auto inputs = gather_inputs({none, (folder.path() / "a.pdf").string()}, "", workspace);
  ASSERT_EQ(inputs.value().refused.size(), 1U);
  EXPECT_EQ(inputs->refused[0].where, none);
  EXPECT_EQ(gather_inputs({none}, "", workspace).error().kind, ProblemKind::not_found);
}

}  // namespace
}  // namespace planmark
