// Pages on which most of the text stands sideways or upside down, turned for layout: a wide table set across
// an upright page, a page kept with the wrong rotation.
#pragma once

#include <cstdint>

#include "extract/raw_document.h"

namespace planmark {

// By how much most of the page's text is turned as shown: 0, 90, 180, 270.
std::int16_t turn_of(const RawPage& page);

// The page as it would be shown with that text upright.
RawPage turned_upright(RawPage page, std::int16_t turn);

// A box of the upright page where it stands on the page as shown, which is `width` by `height`.
Box as_shown(const Box& upright, float width, float height, std::int16_t turn);

}  // namespace planmark
