// A figure as a picture of dots, for documents that take no SVG: the one home of Cairo.
//
// Drawn from the same drawing as the SVG, twice its size. Text is in the machine's sans-serif font: the same
// machine gives the same bytes, another with other fonts may not.
#pragma once

#include <string>

#include "base/result.h"
#include "reports/chart_drawing.h"

namespace planmark {

struct ChartPicture {
  std::string png;
  unsigned width = 0, height = 0;  // dots
};

// Errors: internal, when memory is short.
Result<ChartPicture> chart_png(const Figure& figure, ChartPlace place = ChartPlace::alone);
// Of each figure, in their order; drawn on all processors but one.
Result<std::vector<ChartPicture>> chart_pictures(const std::vector<Figure>& figures);

}  // namespace planmark
