#include "analyze/lexicon_file.h"

#include <gtest/gtest.h>

#include <random>

#include "base/file.h"

namespace planmark {
namespace {

TEST(LexiconFile, ValuesKnowTheirPlace) {
  const auto file = parse_lexicon_file("a.toml", "[[concept]]\n  terms = ['é', \"two\"]\n  weak = true\n");
  ASSERT_TRUE(file) << describe(file.error());
  const LexiconValue& table = file->root.entries.at(0).value.items.at(0);
  const LexiconValue& terms = table.entries.at(0).value;
  EXPECT_EQ(table.entries.at(0).place, (Place{2, 3}));
  EXPECT_EQ(terms.items.at(1).text, "two");
  EXPECT_EQ(terms.items.at(1).place, (Place{2, 17}));
  EXPECT_EQ(table.entries.at(1).key, "weak");
  EXPECT_EQ(table.entries.at(1).value.number, 1);
}

TEST(LexiconFile, TheCaretStandsUnderItsPlace) {
  const LexiconFile file{"a.toml", "first\r\n\té = ß\r\nlast", {}};
  EXPECT_EQ(mistake_at(file, {2, 6}, "no").what, "no\n\té = ß\n\t    ^");
  EXPECT_EQ(mistake_at(file, {2, 99}, "no").what, "no\n\té = ß\n\t     ^");
  EXPECT_EQ(mistake_at(file, {9, 1}, "no").what, "no\n\n^");
  EXPECT_EQ(mistake_at(file, {2, 6}, "no").where, "a.toml:2:6");
}

TEST(LexiconFile, AnyBytesAreReadOrRefused) {
  const auto good = read_file(PLANMARK_SOURCE_DIR "/lexicons/inflections.toml");
  ASSERT_TRUE(good);
  std::mt19937 random(1);
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = good->substr(random() % good->size(), random() % 400);
    for (auto n = random() % 4; n > 0 && !bytes.empty(); --n)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const auto file = parse_lexicon_file("a.toml", bytes);
    if (file) continue;
    ++refused;
    EXPECT_TRUE(file.error().where.starts_with("a.toml:")) << bytes;
  }
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace planmark
