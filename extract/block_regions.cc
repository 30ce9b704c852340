#include "extract/block_regions.h"

#include <algorithm>

namespace planmark {
namespace {

bool goes_on_below(const Box& region, const Box& line, float line_height) {
  const float shared = std::min(region.x1, line.x1) - std::max(region.x0, line.x0);
  const bool downwards = line.y0 >= region.y0 - line_height && line.y1 >= region.y1 - line_height;
  return shared > 0 && downwards && line.y0 - region.y1 < 2.5F * line_height;
}

}  // namespace

std::vector<Box> regions_of(const Document& document, Span span, std::uint32_t page) {
  std::vector<Box> regions;
  for (const PageBox& line : boxes_of(document, span)) {
    if (line.page != page) continue;
    const float height = line.box.y1 - line.box.y0;
    if (regions.empty() || !goes_on_below(regions.back(), line.box, height)) {
      regions.push_back(line.box);
      continue;
    }
    Box& region = regions.back();
    region = {std::min(region.x0, line.box.x0), std::min(region.y0, line.box.y0),
              std::max(region.x1, line.box.x1), std::max(region.y1, line.box.y1)};
  }
  return regions;
}

}  // namespace planmark
