#include "reports/png.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Png, IsAWholeFileOfThatSize) {
  const PagePicture picture = {0, 3, 2, 72, Colours::rgb, std::string(18, '\x80')};
  const Result<std::string> png = png_of(picture);
  ASSERT_TRUE(png) << describe(png.error());
  EXPECT_EQ(png->substr(0, 8), "\x89PNG\r\n\x1A\n");
  EXPECT_EQ(png->substr(16, 10), std::string("\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02", 10))
      << "8 bits, colour";
  EXPECT_EQ(png->substr(png->size() - 8, 4), "IEND");
}

TEST(Png, GreyIsKeptGrey) {
  const Result<std::string> png = png_of({0, 3, 2, 72, Colours::grey, std::string(6, '\x80')});
  ASSERT_TRUE(png) << describe(png.error());
  EXPECT_EQ(png->substr(24, 2), std::string("\x08\x00", 2));
}

TEST(Png, DotsGiveTheBytesOfTheirColours) {
  const unsigned char rows[] = {3, 2, 1, 255, 6,  5,  4,  255, 0, 0,
                                9, 8, 7, 255, 12, 11, 10, 255, 0, 0};  // 2 over
  EXPECT_EQ(png_of_dots({rows, 10, 2, 2}),
            png_of({0, 2, 2, 72, Colours::rgb, "\1\2\3\4\5\6\7\x08\x09\x0A\x0B\x0C"}));
}

TEST(Png, APictureThatIsNotWholeIsRefused) {
  EXPECT_FALSE(png_of({0, 3, 2, 72, Colours::rgb, std::string(17, 'x')}));
  EXPECT_FALSE(png_of({0, 0, 0, 72, Colours::rgb, ""}));
}

}  // namespace
}  // namespace planmark
