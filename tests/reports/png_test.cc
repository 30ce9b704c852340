#include "reports/png.h"

#include <gtest/gtest.h>

#include <vector>

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

// Blue, green, red and a byte of no meaning for each colour, 0xRRGGBB.
std::vector<unsigned char> dots_of(const std::vector<std::uint32_t>& colours) {
  std::vector<unsigned char> dots;
  for (const std::uint32_t colour : colours)
    for (const std::uint32_t byte : {colour & 255U, colour >> 8 & 255U, colour >> 16, 0xAAU})
      dots.push_back(static_cast<unsigned char>(byte));
  return dots;
}

TEST(Png, DotsOfFewColoursHaveThemInAPalette) {
  const struct {
    const char* because;
    std::vector<std::uint32_t> row;
    std::string palette;
  } cases[] = {
      {"each has its own", {0x0B5D5E, 0xFFFFFF, 0x0B5D5E, 0}, {"\x0B\x5D\x5E\xFF\xFF\xFF\x00\x00\x00", 9}},
      {"an area keeps its own, not its edge's", {0x0A5C5F, 0x0B5D5E, 0x0B5D5E, 0x0C5B5D}, "\x0B\x5D\x5E"},
      {"8 of 256 are told apart", {0x101010, 0x181010, 0x101010, 0x101010}, "\x10\x10\x10\x18\x10\x10"},
  };
  for (const auto& each : cases) {
    const std::vector<unsigned char> dots = dots_of(each.row);
    const std::string png = png_of_dots({dots.data(), 0, 4, 3}).value();
    EXPECT_EQ(png.substr(24, 2), "\x08\x03") << "8 bits, palette";
    EXPECT_EQ(png.substr(png.find("PLTE") + 4, each.palette.size()), each.palette) << each.because;
    EXPECT_EQ(png[png.find("PLTE") - 1], static_cast<char>(each.palette.size())) << each.because;
  }
}

TEST(Png, DotsOfManyColoursKeepThemAll) {
  std::vector<std::uint32_t> row;
  for (std::uint32_t i = 0; i < 300; ++i) row.push_back((i % 32) << 19 | (i / 32) << 11);
  const std::vector<unsigned char> dots = dots_of(row);
  std::string pixels;
  for (const std::uint32_t colour : row)
    for (const std::uint32_t byte : {colour >> 16, colour >> 8 & 255U, colour & 255U})
      pixels += static_cast<char>(byte);
  EXPECT_EQ(png_of_dots({dots.data(), dots.size(), 300, 1}), png_of({0, 300, 1, 72, Colours::rgb, pixels}));
}

TEST(Png, APictureThatIsNotWholeIsRefused) {
  EXPECT_FALSE(png_of({0, 3, 2, 72, Colours::rgb, std::string(17, 'x')}));
  EXPECT_FALSE(png_of({0, 0, 0, 72, Colours::rgb, ""}));
}

}  // namespace
}  // namespace planmark
