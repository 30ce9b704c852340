#include "reports/krippendorff.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

using Units = std::vector<std::vector<std::size_t>>;

// Krippendorff 2011, section C: four observers, twelve units, missing values; alpha 0.743 nominal (section
// C), 0.815 ordinal (section D).
TEST(Krippendorff, GivesThePublishedFigures) {
  constexpr std::size_t missing = 0;
  const std::size_t observers[4][12] = {{1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
                                        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
                                        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
                                        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}};
  Units units(12);
  for (const auto& observer : observers)
    for (std::size_t unit = 0; unit < units.size(); ++unit)
      if (observer[unit] != missing) units[unit].push_back(observer[unit]);
  EXPECT_NEAR(*krippendorff_alpha(units, Scale::nominal), 0.743, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(units, Scale::ordinal), 0.815, 0.0005);
}

// Krippendorff 2011, section A: two observers, ten units of two categories; alpha 0.095.
TEST(Krippendorff, GivesThePublishedFigureForTwoObservers) {
  const Units units{{0, 1}, {1, 1}, {0, 1}, {0, 0}, {0, 0}, {0, 1}, {0, 0}, {0, 0}, {1, 0}, {0, 0}};
  EXPECT_NEAR(*krippendorff_alpha(units, Scale::nominal), 0.095, 0.0005);
}

TEST(Krippendorff, AtItsEnds) {
  EXPECT_FALSE(krippendorff_alpha(Units{}, Scale::nominal));
  EXPECT_FALSE(krippendorff_alpha(Units{{0}, {1}}, Scale::nominal)) << "nobody judged what another did";
  EXPECT_FALSE(krippendorff_alpha(Units{{1, 1}, {1, 1, 1}}, Scale::ordinal))
      << "one value: chance cannot differ";
  EXPECT_NEAR(*krippendorff_alpha(Units{{0, 0}, {2, 2}, {1}}, Scale::ordinal), 1, 1e-12);
  // Two units, each judged 0 and 1: observed 4 of 4 pairs, expected 2 * 2 * 2 / (4 - 1) of 4.
  EXPECT_NEAR(*krippendorff_alpha(Units{{0, 1}, {0, 1}}, Scale::nominal), -0.5, 1e-12);
}

}  // namespace
}  // namespace planmark
