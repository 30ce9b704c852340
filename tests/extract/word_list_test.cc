#include "extract/word_list.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(WordList, KnowsItsWordsHoweverTheyAreWritten) {
  const WordList words("the\nLondon\nchildren\nchildren's\n\ncaf\u00E9");
  for (const char* known : {"the", "The", "THE", "London", "children\u2019s", "children's", "caf\u00E9"})
    EXPECT_TRUE(words.knows(known)) << known;
  for (const char* unknown : {"", "th", "them", "london", "child", "caf"})
    EXPECT_FALSE(words.knows(unknown)) << unknown;
}

TEST(WordList, WithoutWordsIsEmpty) {
  EXPECT_TRUE(WordList().empty());
  EXPECT_TRUE(WordList("\n\n").empty());
  EXPECT_FALSE(WordList("a").empty());
}

}  // namespace
}  // namespace planmark
