#include "analyze/atom_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

namespace planmark {
namespace {

// Indices of the atoms that occur in `text`, ascending.
std::vector<int> occurring(const AtomSearch& search, std::string_view text) {
  std::set<int> found;
  search.visit(text, [&](std::uint32_t index) { found.insert(static_cast<int>(index)); });
  return {found.begin(), found.end()};
}

TEST(AtomSearch, FindsAtomsWithinAtoms) {
  const AtomSearch search({"he", "she", "his", "hers", "café", "0-25"});
  EXPECT_THAT(occurring(search, "USHERS"), testing::ElementsAre(0, 1, 3, 4));
  EXPECT_THAT(occurring(search, "ages 0-25"), testing::ElementsAre(4, 5));
  EXPECT_THAT(occurring(search, ""), testing::ElementsAre(4));  // beyond ASCII: taken to be everywhere
}

TEST(AtomSearch, NoAtomsOccurNowhere) { EXPECT_TRUE(occurring(AtomSearch({}), "text").empty()); }

TEST(AtomSearch, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(1);
  const auto word = [&](std::size_t longest) {
    std::string text(1 + random() % longest, ' ');
    for (char& c : text) c = "abc-"[random() % 4];
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> atoms;
    for (int i = 0; i < 12; ++i) atoms.push_back(word(5));
    const std::string text = word(40);
    std::vector<int> expected;
    for (int i = 0; i < 12; ++i)
      if (text.find(atoms[static_cast<std::size_t>(i)]) != std::string::npos) expected.push_back(i);
    ASSERT_EQ(occurring(AtomSearch(atoms), text), expected) << text;
  }
}

// More different bytes than there is room for: what cannot be told apart is taken to be everywhere.
TEST(AtomSearch, StaysSafeWithManySymbols) {
  std::vector<std::string> atoms;
  for (char c = '!'; c <= '~'; ++c)
    if (c < 'A' || c > 'Z') atoms.push_back(std::string(3, c));
  for (int i = 0; i < static_cast<int>(atoms.size()); ++i)
    EXPECT_THAT(occurring(AtomSearch(atoms), atoms[static_cast<std::size_t>(i)]), testing::Contains(i));
}

}  // namespace
}  // namespace planmark
