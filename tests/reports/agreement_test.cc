// Every figure here is worked by hand beside its case.
#include "reports/agreement.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

Confusion confusion_of(std::size_t categories, std::vector<std::vector<std::size_t>> rows) {
  Confusion confusion(categories);
  for (std::size_t first = 0; first < categories; ++first)
    for (std::size_t second = 0; second < categories; ++second)
      for (std::size_t n = 0; n < rows[first][second]; ++n) confusion.add(first, second);
  return confusion;
}

// 5 items. Observed: one lies two apart: 4 / 5 = 0.8. By chance (first 3, 1, 1; second 2, 1, 2):
// (3*1*1 + 3*2*4 + 1*2*1 + 1*2*1 + 1*2*4 + 1*1*1) / 25 = 40 / 25 = 1.6. Kappa 1 - 0.8 / 1.6.
const Confusion three = confusion_of(3, {{2, 0, 1}, {0, 1, 0}, {0, 0, 1}});

// 10 items. Same 0.7; by chance 0.4 * 0.5 + 0.6 * 0.5 = 0.5. Kappa (0.7 - 0.5) / (1 - 0.5).
const Confusion two = confusion_of(2, {{3, 1}, {2, 4}});

TEST(WeightedKappa, SmallCases) {
  EXPECT_NEAR(*weighted_kappa(three), 0.5, 1e-12);
  EXPECT_NEAR(*weighted_kappa(two), 0.4, 1e-12);
  EXPECT_NEAR(*weighted_kappa(confusion_of(3, {{1, 0, 0}, {0, 0, 0}, {0, 0, 1}})), 1, 1e-12);
  // Each reading says 0 once and 2 once, never together: 4 observed, 2 by chance.
  EXPECT_NEAR(*weighted_kappa(confusion_of(3, {{0, 0, 1}, {0, 0, 0}, {1, 0, 0}})), -1, 1e-12);
}

TEST(WeightedKappa, IsNoneWhereChanceCannotDiffer) {
  EXPECT_FALSE(weighted_kappa(Confusion(3)));
  EXPECT_FALSE(weighted_kappa(confusion_of(2, {{7, 0}, {0, 0}})));
}

TEST(Confusion, OtherMeasures) {
  EXPECT_NEAR(*accuracy(three), 0.8, 1e-12);
  EXPECT_NEAR(*share_apart(three, 2), 0.2, 1e-12);
  EXPECT_NEAR(*share_apart(three, 1), 0.2, 1e-12);
  EXPECT_NEAR(*macro_f1(three), (4.0 / 5 + 1 + 2.0 / 3) / 3, 1e-12);
  EXPECT_NEAR(*macro_f1(confusion_of(3, {{2, 0, 0}, {0, 0, 0}, {0, 0, 0}})), 1, 1e-12)
      << "a category that neither uses does not count";
  EXPECT_FALSE(accuracy(Confusion(2)));
  EXPECT_FALSE(macro_f1(Confusion(2)));
}

TEST(Retrieved, PrecisionRecallF1) {
  const Retrieved found{.right = 6, .wrong = 2, .missed = 4};
  EXPECT_NEAR(*found.precision(), 0.75, 1e-12);
  EXPECT_NEAR(*found.recall(), 0.6, 1e-12);
  EXPECT_NEAR(*found.f1(), 12.0 / 18, 1e-12);
  EXPECT_FALSE(Retrieved{}.f1());
}

TEST(Ratio, IsNoneOfNothing) {
  EXPECT_FALSE(Ratio{}.share());
  EXPECT_NEAR(*(Ratio{3, 4}.share()), 0.75, 1e-12);
}

}  // namespace
}  // namespace planmark
