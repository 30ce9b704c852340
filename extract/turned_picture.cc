#include "extract/turned_picture.h"

#include <cstddef>
#include <utility>

namespace planmark {
namespace {

// Where pixel (x, y) of the picture turned back stands in one of `width` by `height`.
std::size_t source_of(std::size_t x, std::size_t y, std::size_t width, std::size_t height,
                      std::int16_t turn) {
  switch (turn) {
    case 90:
      return x * width + (width - 1 - y);
    case 180:
      return (height - 1 - y) * width + (width - 1 - x);
    case 270:
      return (height - 1 - x) * width + y;
    default:
      return y * width + x;
  }
}

}  // namespace

PagePicture turned_back(const PagePicture& picture, std::int16_t turn) {
  if (turn == 0) return picture;
  PagePicture upright = picture;
  if (turn % 180 != 0) std::swap(upright.width, upright.height);
  std::size_t at = 0;
  for (std::size_t y = 0; y < upright.height; ++y)
    for (std::size_t x = 0; x < upright.width; ++x)
      upright.pixels[at++] = picture.pixels[source_of(x, y, picture.width, picture.height, turn)];
  return upright;
}

PagePicture halved(const PagePicture& picture) {
  PagePicture half = picture;
  half.width /= 2;
  half.height /= 2;
  half.dpi /= 2;
  half.pixels.clear();
  half.pixels.reserve(std::size_t{half.width} * half.height);
  const std::size_t row = picture.width;
  const auto grey = [&](std::size_t at) { return static_cast<unsigned char>(picture.pixels[at]); };
  for (std::size_t y = 0; y < half.height; ++y)
    for (std::size_t x = 0; x < half.width; ++x) {
      const std::size_t at = 2 * y * row + 2 * x;
      const unsigned sum = unsigned{grey(at)} + grey(at + 1) + grey(at + row) + grey(at + row + 1);
      half.pixels.push_back(static_cast<char>(sum / 4));
    }
  return half;
}

}  // namespace planmark
