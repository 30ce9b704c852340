#include "corpus/zip_archive.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

using Kind = ProblemKind;

std::string archive(const std::vector<ZipEntry>& entries) {
  const auto bytes = zip_of(entries);
  EXPECT_TRUE(bytes) << (bytes ? "" : describe(bytes.error()));
  return bytes.value_or("");
}

// The same length of another name, in every place where the archive names the file.
std::string renamed(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; at += to.size())
    bytes.replace(at, from.size(), to);
  return bytes;
}

TEST(ZipArchive, WhatIsWrittenIsReadAgain) {
  const std::vector<ZipEntry> entries = {
      {"mimetype", "application/zip", true}, {"a/b.txt", "“Zoë”\n", false}, {"empty", "", false}};
  const std::string bytes = archive(entries);
  EXPECT_TRUE(is_zip(bytes));
  EXPECT_NE(bytes.find("application/zip"), std::string::npos) << "stored as it is";
  auto read = read_zip(bytes, "x.zip");
  ASSERT_TRUE(read) << describe(read.error());
  read->at(0).stored = true;  // what reading does not tell
  EXPECT_EQ(*read, entries);
}

TEST(ZipArchive, TheSameEntriesGiveTheSameBytesAtAnyTime) {
  const std::string bytes = archive({{"a.txt", std::string(5000, 'a'), false}});
  EXPECT_EQ(bytes, archive({{"a.txt", std::string(5000, 'a'), false}}));
  EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4))
      << "the time of the first entry, as DOS has it";
}

TEST(ZipArchive, RefusesWhatIsNoArchiveOrAHostileOne) {
  const std::string good = archive({{"xx/yy.txt", "some text, some text, some text", true}});
  const std::string bomb = archive({{"zeros", std::string(4U << 20, '\0'), false}});
  const std::string two = archive({{"one.txt", "1", false}, {"two.txt", "2", false}});
  const ZipLimits small{.entries = 1, .entry_bytes = 3U << 20, .all_bytes = 3U << 20, .ratio = 100'000};
  const struct {
    const char* what;
    std::string bytes;
    ZipLimits limits;
    Kind kind;
  } rows[] = {
      {"nothing", "", {}, Kind::damaged},
      {"no archive", "PK\x03\x04 and then something else", {}, Kind::damaged},
      {"cut", good.substr(0, good.size() - 30), {}, Kind::damaged},
      {"a byte of the text changed", renamed(good, "some text", "same text"), {}, Kind::damaged},
      {"above the folder", renamed(good, "xx/yy.txt", "../yy.txt"), {}, Kind::bad_input},
      {"at the root", renamed(good, "xx/yy.txt", "/etc/pass"), {}, Kind::bad_input},
      {"as Windows writes it", renamed(good, "xx/yy.txt", "..\\yy.txt"), {}, Kind::bad_input},
      {"twice", renamed(two, "two.txt", "one.txt"), {}, Kind::bad_input},
      {"too many files", two, small, Kind::too_large},
      {"a large file", bomb, small, Kind::too_large},
      {"a bomb", bomb, {}, Kind::too_large},
      {"a bomb that says it is small",
       renamed(bomb, std::string("\0\0\x40\0", 4), std::string("\1\0\0\0", 4)),
       {},
       Kind::too_large},
  };
  for (const auto& row : rows) {
    const auto read = read_zip(row.bytes, "x.zip", row.limits);
    EXPECT_FALSE(read) << row.what;
    if (read) continue;
    EXPECT_EQ(read.error().kind, row.kind) << row.what << ": " << describe(read.error());
    EXPECT_EQ(read.error().where, "x.zip") << row.what;
  }
}

TEST(ZipArchive, WritesNoNameThatReadingRefuses) {
  for (const char* name : {"", "../a", "/a", "a\\b", "a\nb"})
    EXPECT_FALSE(zip_of({{name, "x", false}})) << name;
  EXPECT_FALSE(zip_of({{"a", "x", false}, {"a", "y", false}})) << "twice";
}

}  // namespace
}  // namespace planmark
