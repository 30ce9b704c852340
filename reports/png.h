// Pictures as PNG files: the one home of libpng.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "extract/page_picture.h"

namespace planmark {

// The picture as a PNG file. Fast rather than small (compression level 1, no row filter): 6 to 7 ms for a
// page at 100 dpi. Errors: internal, when the picture is none or memory is short.
Result<std::string> png_of(const PagePicture& picture);

// Rows of dots as Cairo keeps them, which are not copied: blue, green, red and a byte of no meaning each,
// `stride` bytes from row to row.
struct DotRows {
  const unsigned char* first = nullptr;
  std::size_t stride = 0;
  std::uint32_t width = 0, height = 0;
};
// Such rows as a PNG file. Colours that are closer than 8 of 256 in red, green and blue may become one, and
// an area keeps its own: with 256 at most, which charts never need, the file takes a third of the time. With
// more it has them all. Requires: at least one dot.
Result<std::string> png_of_dots(const DotRows& dots);

}  // namespace planmark
