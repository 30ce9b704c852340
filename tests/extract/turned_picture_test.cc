#include "extract/turned_picture.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(TurnedPicture, StandsUprightWhenTurnedBack) {
  // abc turned clockwise:  da   fed   cf
  // def                    eb   cba   be
  //                        fc         ad
  struct Row {
    std::int16_t turn;
    std::uint32_t width, height;
    const char* pixels;
  };
  const Row rows[] = {
      {0, 3, 2, "abcdef"}, {90, 2, 3, "daebfc"}, {180, 3, 2, "fedcba"}, {270, 2, 3, "cfbead"}};
  for (const Row& row : rows) {
    const PagePicture upright =
        turned_back({7, row.width, row.height, 300, Colours::grey, row.pixels}, row.turn);
    EXPECT_EQ(upright, (PagePicture{7, 3, 2, 300, Colours::grey, "abcdef"})) << row.turn;
  }
}

TEST(TurnedPicture, HalvedIsTheMeanOfFourPixels) {
  const std::string pixels = {0, 10, 99, 20, 30, 99, 99, 99, 99};
  EXPECT_EQ(halved({0, 3, 3, 300, Colours::grey, pixels}),
            (PagePicture{0, 1, 1, 150, Colours::grey, std::string(1, 15)}));
}

}  // namespace
}  // namespace planmark
