#include "extract/render_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/support/small_pdf.h"

namespace planmark {
namespace {

using Pixel = std::array<int, 3>;

// At a point of the page, from its top left.
Pixel pixel_at(const PagePicture& picture, double x, double y) {
  const auto column = static_cast<std::size_t>(x * picture.dpi / 72);
  const auto row = static_cast<std::size_t>(y * picture.dpi / 72);
  const std::size_t channels = channels_of(picture.colours);
  const std::size_t at = (row * picture.width + column) * channels;
  Pixel pixel{};
  for (std::size_t i = 0; i < 3; ++i)
    pixel[i] = static_cast<unsigned char>(picture.pixels[at + std::min(i, channels - 1)]);
  return pixel;
}

constexpr Pixel white = {255, 255, 255}, red = {255, 0, 0}, black = {0, 0, 0};

// A red box 100 by 50 points whose lower left corner is 72 points from the left and 142 from the foot of A4.
const char* const red_box = "1 0 0 rg 72 142 100 50 re f";

TEST(RenderPage, DrawsThePageAsShown) {
  const std::string file = small_pdf({{"0 0 0 rg 0 0 595 842 re f"}, {red_box}, {red_box, "/Rotate 90"}});
  const Result<PagePicture> upright = render_page(file, {}, {.page = 1, .dpi = 144});
  ASSERT_TRUE(upright) << describe(upright.error());
  EXPECT_EQ(upright->page, 1u);
  EXPECT_EQ(upright->width, 1190u);
  EXPECT_EQ(upright->height, 1684u);
  EXPECT_EQ(pixel_at(*upright, 100, 675), red);
  EXPECT_EQ(pixel_at(*upright, 100, 640), white);
  EXPECT_EQ(pixel_at(*upright, 180, 675), white);

  const Result<PagePicture> turned = render_page(file, {}, {.page = 2, .dpi = 72});
  ASSERT_TRUE(turned) << describe(turned.error());
  EXPECT_EQ(turned->width, 842u);
  EXPECT_EQ(turned->height, 595u);
  EXPECT_EQ(pixel_at(*turned, 167, 100), red);
  EXPECT_EQ(pixel_at(*turned, 100, 675 - 300), white);
}

TEST(RenderPage, DrawsGreyInOneByteForEachPixel) {
  const std::string file = small_pdf({{"0 0 0 rg 0 0 595 421 re f"}});
  const Result<PagePicture> picture = render_page(file, {}, {.dpi = 72, .colours = Colours::grey});
  ASSERT_TRUE(picture) << describe(picture.error());
  EXPECT_EQ(picture->pixels.size(), std::size_t{595} * 842);
  EXPECT_EQ(pixel_at(*picture, 300, 100), white);
  EXPECT_EQ(pixel_at(*picture, 300, 800), black);
}

TEST(RenderPage, ALargePageIsDrawnMoreCoarsely) {
  const std::string file = small_pdf({{red_box, "/MediaBox [0 0 7000 9000]"}});
  const Result<PagePicture> picture = render_page(file, {}, {.dpi = 300});
  ASSERT_TRUE(picture) << describe(picture.error());
  EXPECT_LT(picture->dpi, 60u);
  EXPECT_LE(picture->width * picture->height, most_pixels);
  EXPECT_GT(picture->width * picture->height, most_pixels / 2);
}

TEST(RenderPage, RefusalsNameTheCause) {
  const std::string file = small_pdf({{red_box}});
  const Result<PagePicture> beyond = render_page(file, {}, {.page = 1});
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().kind, ProblemKind::not_found);
  EXPECT_EQ(beyond.error().what, "there is no page 2: the document has 1");
  const Result<PagePicture> no_pdf = render_page("<!DOCTYPE html><html>404</html>", {}, {});
  ASSERT_FALSE(no_pdf);
  EXPECT_EQ(no_pdf.error().kind, ProblemKind::not_pdf);
}

}  // namespace
}  // namespace planmark
