// A figure as a picture: SVG that stands alone, needs no script and says its numbers in words as well.
#pragma once

#include <string>

#include "reports/chart_drawing.h"

namespace planmark {

// 720 wide; as high as its rows need. Text is in the reader's own sans-serif font.
std::string chart_svg(const Figure& figure, ChartPlace place = ChartPlace::alone);

}  // namespace planmark
