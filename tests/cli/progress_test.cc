#include "cli/progress.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

using std::chrono::milliseconds;

TEST(Progress, ShowsRateAndTimeLeftReckonedFromBytes) {
  const Progress half{.done = 2,
                      .total = 8,
                      .bytes_done = 500,
                      .bytes_total = 1000,
                      .pages = 60,
                      .elapsed = milliseconds(90'000)};
  EXPECT_EQ(progress_line(half, 100),
            "[##########----------]  2 of 8 documents  60 pages  1 pages/s  1:30 left");
  EXPECT_EQ(progress_line(half, 60), "2 of 8 documents  60 pages  1 pages/s  1:30 left");
  EXPECT_EQ(progress_line(half, 20), "2 of 8 documents  6…");
}

TEST(Progress, PromisesNothingBeforeItCanKnow) {
  const Progress start{
      .done = 0, .total = 8, .bytes_done = 0, .bytes_total = 1000, .pages = 0, .elapsed = milliseconds(0)};
  EXPECT_EQ(progress_line(start, 100), "[--------------------]  0 of 8 documents  0 pages  0 pages/s");
}

}  // namespace
}  // namespace planmark
