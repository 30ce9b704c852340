// Bullets that a page draws as small shapes instead of printing a sign.
#pragma once

#include <vector>

#include "extract/line.h"

namespace planmark {

// A dot a little to the left of a line and at its height becomes the line's first word, "•". Dots of drawings
// stand beside words too: on a page with many, only dots of one size and edge that begin several lines count;
// dots of a dotted rule never do.
void put_bullets(const std::vector<Box>& dots, std::vector<Line>& lines);

}  // namespace planmark
