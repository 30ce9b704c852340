#include "compare/word_difference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "extract/document.h"

namespace planmark {
namespace {

// Each letter is a word.
WordIds words(std::string_view letters) { return {letters.begin(), letters.end()}; }

std::size_t longest_common(const WordIds& a, const WordIds& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

TEST(CommonWords, AreAsManyAsASlowSearchFinds) {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    return (state = state * 1664525 + 1013904223) / 65536 % below;
  };
  for (int round = 0; round < 2000; ++round) {
    WordIds a(next(14)), b(next(14));
    for (auto& word : a) word = next(4);
    for (auto& word : b) word = next(4);
    const auto pairs = common_words(a, b);
    ASSERT_EQ(pairs.size(), longest_common(a, b)) << round;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      ASSERT_EQ(a[pairs[i].first], b[pairs[i].second]) << round;
      ASSERT_TRUE(i == 0 || (pairs[i].first > pairs[i - 1].first && pairs[i].second > pairs[i - 1].second));
    }
  }
}

TEST(CommonWords, BeyondTheLimitAreFewerAndStillTheSame) {
  const WordIds a = words("xabcdefghijky"), b = words("pqrsabcdefghijktuvw");
  EXPECT_EQ(common_words(a, b).size(), 11U);
  const auto few = common_words(a, b, 3);
  EXPECT_LT(few.size(), 11U);
  for (const auto& [i, j] : few) EXPECT_EQ(a[i], b[j]);
}

struct RunsRow {
  const char *a, *b, *expect;  // expect: for each word of a its place in b as a letter, "." for none
};

TEST(SharedRuns, AreTheLongestWhereverTheyStand) {
  const RunsRow rows[] = {
      {"abcdXefgh", "efghYabcd", "fghi.abcd"},
      {"abcXabcd", "abcd", "....abcd"},  // the longer run has the words
      {"abcdabcd", "abcd", "abcd...."},  // each word is taken once, the nearest
      {"abxcd", "abycd", "....."},       // shorter than four
      {"", "abcd", ""},
  };
  for (const RunsRow& row : rows) {
    std::string found;
    for (const std::uint32_t place : shared_runs(words(row.a), words(row.b), 4, 10))
      found += place == none ? '.' : static_cast<char>('a' + place);
    EXPECT_EQ(found, row.expect) << row.a << " in " << row.b;
  }
}

TEST(SharedRuns, LeaveOutWhatStandsEverywhere) {
  const WordIds a = words("abcd"), b = words("abcd1abcd2abcd3");
  EXPECT_EQ(shared_runs(a, b, 4, 2), WordIds(4, none));
  EXPECT_EQ(shared_runs(a, b, 4, 3).front(), 0U);
}

}  // namespace
}  // namespace planmark
