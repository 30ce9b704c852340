#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/file.h"
#include "corpus/manifest.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;
const fs::path samples = PLANMARK_SOURCE_DIR "/corpus/samples";

std::set<std::string> stems_in(const fs::path& folder, const std::string& extension) {
  std::set<std::string> stems;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension) stems.insert(entry.path().stem().string());
  return stems;
}

TEST(Samples, ManifestNamesEveryDocumentAndEachHasItsSource) {
  const auto manifest = read_manifest(samples / "manifest.csv");
  ASSERT_TRUE(manifest) << describe(manifest.error());
  std::set<std::string> named;
  for (const ManifestRow& row : *manifest) {
    named.insert(row.file.stem().string());
    for (const std::string& member : {row.identity.system, row.identity.part, row.identity.edition})
      EXPECT_NE(member, "") << row.file;
  }
  EXPECT_GE(named.size(), 7U);
  EXPECT_EQ(stems_in(samples, ".pdf"), named);
  EXPECT_EQ(stems_in(samples / "sources", ".html"), named);
}

TEST(Samples, ReadmeDescribesEveryDocument) {
  const auto readme = read_file(samples / "README.md");
  ASSERT_TRUE(readme);
  for (const std::string& stem : stems_in(samples, ".pdf"))
    EXPECT_THAT(*readme, ::testing::HasSubstr("`" + stem + ".pdf`"));
}

}  // namespace
}  // namespace planmark
