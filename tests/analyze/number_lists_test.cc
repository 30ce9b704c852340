#include "analyze/number_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NumberLists, KeepTheOrderInWhichNumbersCame) {
  const NumberLists lists(4, {{2, 9}, {0, 5}, {2, 7}, {3, 1}, {2, 8}});
  EXPECT_EQ(lists.size(), 4);
  EXPECT_THAT(lists[0], ElementsAre(5));
  EXPECT_THAT(lists[1], IsEmpty());
  EXPECT_THAT(lists[2], ElementsAre(9, 7, 8));
  EXPECT_THAT(lists[3], ElementsAre(1));
}

TEST(NumberLists, MayAllBeEmpty) {
  EXPECT_THAT(NumberLists(2, {})[1], IsEmpty());
  EXPECT_EQ(NumberLists().size(), 0);
}

}  // namespace
}  // namespace planmark
