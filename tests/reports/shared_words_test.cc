#include "reports/shared_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

using testing::ElementsAre;

TEST(ComparedWords, AreWhatAReaderWouldCallTheSame) {
  EXPECT_THAT(compared_words("Co-production, 40% by 2025"),
              ElementsAre("co", "production", "40%", "by", "2025"));
}

TEST(ComparedWords, KeepPercentAndPounds) {
  EXPECT_THAT(compared_words("£5m (40%)"), ElementsAre("£5m", "40%"));
}

TEST(ComparedWords, DropSoftHyphensAndNormalise) {
  EXPECT_THAT(compared_words("chil\u00ADdren o\uFB03ce 5m\u00B2 caf\u00E9"),
              ElementsAre("children", "office", "5m2", "caf"));
  EXPECT_THAT(compared_words(" \u2013 "), ElementsAre());
}

TEST(SharedWords, IsTheShareOfRunsOfThree) {
  const struct {
    const char *a, *b;
    double share;
  } rows[] = {
      {"the plan names a lead", "The plan names a lead.", 1},
      {"the plan names a lead", "We say: the plan names a lead for children", 1},
      {"We say: the plan names a lead for children", "the plan names a lead", 1},  // either way round
      {"the plan names a lead", "the plan names nobody, a lead", 1.0 / 3},         // "the plan names" alone
      {"Ann Bell", "Dr Ann Bell", 1},                                              // one run of two
      {"Ann Bell", "Bell, Ann", 0},
      {"", "the plan", 0},
  };
  for (const auto& row : rows)
    EXPECT_NEAR(shared_words(row.a, row.b), row.share, 1e-12) << row.a << "|" << row.b;
}

}  // namespace
}  // namespace planmark
