#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/span.h"

namespace planmark {
namespace {
namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("planmark-file-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(FileTest, ReadsBackWhatItWrote) {
  const std::string bytes("a\0b\r\n\xFF", 6);
  ASSERT_TRUE(write_file(folder_ / "x", bytes));
  EXPECT_EQ(read_file(folder_ / "x").value(), bytes);
}

TEST_F(FileTest, LeavesNothingHalfWritten) {
  ASSERT_TRUE(write_file(folder_ / "x", "old"));
  const auto written = write_file(folder_ / "missing" / "x", "new");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ProblemKind::storage);
  EXPECT_EQ(files_below(folder_)->size(), 1u);
}

TEST_F(FileTest, WritesManyOrLeavesAllAsTheyWere) {
  ASSERT_TRUE(write_files({{folder_ / "x", "old"}, {folder_ / "a" / "b" / "y", "old"}}));
  EXPECT_EQ(read_file(folder_ / "a/b/y").value(), "old");
  const auto written = write_files({{folder_ / "x", "new"}, {folder_ / "x" / "no folder", "new"}});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ProblemKind::storage);
  EXPECT_EQ(read_file(folder_ / "x").value(), "old");
  EXPECT_EQ(files_below(folder_)->size(), 2U) << "no draft is left";
}

TEST_F(FileTest, NamesWhatIsMissing) {
  const auto bytes = read_file(folder_ / "none.pdf");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ProblemKind::not_found);
  EXPECT_EQ(bytes.error().where, (folder_ / "none.pdf").string());
  EXPECT_EQ(read_file(folder_).error().kind, ProblemKind::bad_input);
}

TEST_F(FileTest, ListsSortedWithoutHiddenFiles) {
  fs::create_directories(folder_ / "b" / ".git");
  for (const char* name : {"c", "b/z", "b/a", ".hidden", "b/.git/x"})
    ASSERT_TRUE(write_file(folder_ / name, ""));
  const auto found = files_below(folder_);
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (std::vector<fs::path>{folder_ / "b/a", folder_ / "b/z", folder_ / "c"}));
}

TEST(Span, IsHalfOpen) {
  constexpr Span span{2, 5};
  EXPECT_TRUE(span.contains(2u));
  EXPECT_FALSE(span.contains(5u));
  EXPECT_TRUE(span.overlaps({4, 9}));
  EXPECT_FALSE(span.overlaps({5, 9}));
  EXPECT_EQ(slice("abcdef", span), "cde");
}

}  // namespace
}  // namespace planmark
