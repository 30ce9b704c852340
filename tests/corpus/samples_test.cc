#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/file.h"
#include "corpus/manifest.h"
#include "extract/layout.h"
#include "extract/read_pdf.h"

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
  EXPECT_EQ(stems_in(samples.parent_path() / "sample_sources", ".html"), named);
}

TEST(Samples, AreProposedAsTheManifestSettlesThem) {
  const auto manifest = read_manifest(samples / "manifest.csv");
  const auto systems = load_register(PLANMARK_SOURCE_DIR "/corpus/register");
  ASSERT_TRUE(manifest && systems);
  for (const ManifestRow& row : *manifest) {
    const auto bytes = read_file(row.file);
    const auto raw = read_pdf(*bytes);
    ASSERT_TRUE(raw) << row.file << ": " << describe(raw.error());
    const Identity proposed = propose_identity(lay_out(*raw, ""), row.file.filename(), *systems).identity;
    EXPECT_EQ(proposed.system, row.identity.system) << row.file;
    EXPECT_EQ(proposed.part, row.identity.part) << row.file;
    EXPECT_EQ(proposed.edition, row.identity.edition) << row.file;
  }
}

TEST(Samples, ReadmeDescribesEveryDocument) {
  const auto readme = read_file(samples / "README.md");
  ASSERT_TRUE(readme);
  for (const std::string& stem : stems_in(samples, ".pdf"))
    EXPECT_THAT(*readme, ::testing::HasSubstr("`" + stem + ".pdf`"));
}

}  // namespace
}  // namespace planmark
