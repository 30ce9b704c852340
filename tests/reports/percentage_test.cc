#include "reports/percentage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Percentage, HalvesAreRoundedUp) {
  const struct {
    Share share;
    const char* text;
  } rows[] = {
      {{0, 31}, "0 of 31 (0 %)"},     {{2, 31}, "2 of 31 (6 %)"},    {{16, 31}, "16 of 31 (52 %)"},
      {{1, 8}, "1 of 8 (13 %)"},      {{1, 200}, "1 of 200 (1 %)"},  {{1, 201}, "1 of 201 (0 %)"},
      {{31, 31}, "31 of 31 (100 %)"}, {{41, 42}, "41 of 42 (98 %)"}, {{0, 0}, "0 of 0"},
  };
  for (const auto& row : rows) EXPECT_EQ(to_text(row.share), row.text);
  EXPECT_EQ(count_text({16, 31}), "16 (52 %)");
  EXPECT_EQ(count_text({0, 0}), "0");
}

TEST(Percentage, TellsWhichBasesCouldGiveIt) {
  EXPECT_THAT(bases_giving(59, 31), testing::ElementsAre(17, 22, 27, 29));
  EXPECT_THAT(bases_giving(57, 31), testing::ElementsAre(7, 14, 21, 23, 28, 30));
  EXPECT_TRUE(bases_giving(1, 31).empty());
}

TEST(Percentage, TellsWhichCountItIs) {
  EXPECT_EQ(count_giving(42, 31), 13U);
  EXPECT_EQ(count_giving(27, 29), std::nullopt);  // 8 of 29 is 28 %
  EXPECT_EQ(count_giving(0, 0), std::nullopt);
}

TEST(Percentage, CountAndPercentageBelongToEachOther) {
  for (std::size_t base = 1; base <= 100; ++base)
    for (std::size_t count = 0; count <= base; ++count)
      EXPECT_EQ(count_giving(*per_cent({count, base}), base), count);
}

}  // namespace
}  // namespace planmark
