#include "base/side_by_side.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace planmark {
namespace {

TEST(SideBySide, DoesEachThingOnce) {
  for (const std::size_t count : {0U, 1U, 7U, 8U, 5000U}) {
    std::vector<int> done(count, 0);
    each_side_by_side(count, [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(count, 1));
  }
}

TEST(SideBySide, PassesOnWhatIsThrownOnEitherThread) {
  for (const std::size_t count : {3U, 300U})
    for (std::size_t bad = 0; bad < count; ++bad)
      EXPECT_THROW(each_side_by_side(count,
                                     [&](std::size_t i) {
                                       if (i == bad) throw std::runtime_error("bad");
                                     }),
                   std::runtime_error);
}

}  // namespace
}  // namespace planmark
