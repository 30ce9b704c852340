#include "analyze/fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace planmark {
namespace {

TEST(Fold, MakesWhatIsPrintedPlain) {
  const std::pair<const char*, const char*> rows[] = {
      {"plain SEND and send", "plain SEND and send"},
      {"eﬃcient ﬁrst", "efficient first"},
      {"looked‑after – looked—after − looked‐after", "looked-after - looked-after - looked-after"},
      {"“children’s” ‘plan’ 5′ 6″", "\"children's\" 'plan' 5' 6\""},
      {"a\u00A0b\u2003c\u2028d", "a b c d"},
      {"safe\u00ADguarding zero\u200Bwidth\uFEFF", "safeguarding zerowidth"},
      {"cafe\u0301", "café"},
      {"Ｆｕｌｌ", "Full"},
      {"SEND² Core20PLUS5™", "SEND² Core20PLUS5™"},
      {"cell\tcell\nblock", "cell\tcell\nblock"},
      {"wait…", "wait..."},
      {"", ""},
  };
  for (const auto& [printed, folded] : rows) EXPECT_EQ(fold(printed).text, folded);
}

// The printed text that a stretch of folded text stands for.
TEST(Fold, LeadsBackToWhatIsPrinted) {
  const struct {
    const char *printed, *folded, *original;
  } rows[] = {
      {"an eﬃcient plan", "efficient", "eﬃcient"},
      {"an eﬃcient plan", "ff", "ﬃ"},  // part of a ligature: all of it
      {"safe\u00ADguarding team", "safeguarding", "safe\u00ADguarding"},
      {"\u00ADsafe", "safe", "safe"},
      {"the cafe\u0301.", "café", "cafe\u0301"},
      {"children’s plan", "children's", "children’s"},
      {"wait… here", "...", "…"},
  };
  for (const auto& row : rows) {
    const FoldedText folded = fold(row.printed);
    const auto begin = static_cast<std::uint32_t>(folded.text.find(row.folded));
    ASSERT_LT(begin, folded.text.size()) << row.printed;
    const Span place = {begin, begin + static_cast<std::uint32_t>(std::string_view(row.folded).size())};
    EXPECT_EQ(slice(row.printed, folded.original(place)), row.original);
    EXPECT_TRUE(folded.folded(folded.original(place)).contains(place)) << row.printed;
  }
}

std::string random_text(std::mt19937& random) {
  static const char32_t ranges[][2] = {
      {0x20, 0x7E},     {0x80, 0x2FF},    {0x300, 0x36F},   {0x1100, 0x11FF}, {0x2000, 0x206F},
      {0x2070, 0x218F}, {0xAC00, 0xACFF}, {0xFB00, 0xFB06}, {0xFE00, 0xFFEF}, {0x1F600, 0x1F64F}};
  std::string text;
  for (auto n = random() % 30; n > 0; --n) {
    const auto& [first, last] = ranges[random() % std::size(ranges)];
    if (random() % 20 == 0)
      text += static_cast<char>(random() % 256);
    else
      append_utf8(text, first + static_cast<char32_t>(random() % (last - first + 1)));
  }
  return repaired_utf8(text);
}

TEST(Fold, KeepsItsPromisesOnAnyText) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const FoldedText folded = fold(text);
    ASSERT_TRUE(is_valid_utf8(folded.text)) << text;
    ASSERT_EQ(folded.back.size(), folded.text.size() + 1) << text;
    ASSERT_EQ(folded.back.back(), text.size()) << text;
    ASSERT_TRUE(std::is_sorted(folded.back.begin(), folded.back.end())) << text;
    for (const std::uint32_t at : folded.back) ASSERT_TRUE(on_character_boundary(text, at)) << text;
    for (std::uint32_t at = 0; at < folded.text.size(); ++at) {
      const Span place = {at, at + 1};
      ASSERT_FALSE(folded.original(place).empty()) << text;
      ASSERT_TRUE(folded.folded(folded.original(place)).contains(place)) << text;
    }
  }
}

TEST(Fold, FoldingTwiceChangesNothing) {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) {
    const std::string once = fold(random_text(random)).text;
    EXPECT_EQ(fold(once).text, once);
  }
}

}  // namespace
}  // namespace planmark
