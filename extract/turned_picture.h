// Pictures of pages turned and made smaller, to find out which way up their words stand.
#pragma once

#include <cstdint>

#include "extract/page_picture.h"

namespace planmark {

// The picture as it is seen when words that are turned clockwise by `turn` (0, 90, 180 or 270) stand upright.
// Requires: `picture` is grey and whole, as render_page() gives it.
PagePicture turned_back(const PagePicture& picture, std::int16_t turn);

// Half as wide and high, at half the dpi; each pixel is the mean of four. Requires: as above.
PagePicture halved(const PagePicture& picture);

}  // namespace planmark
