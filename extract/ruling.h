// Sorts the paths of a page into ruling lines and boxes: what holds tables and panels together.
//
// Lengths are points. A drawing (map, chart, logo) consists of paths too; what is neither a straight line
// along the page's axes nor a box is only counted (RawPage::drawings), and no page gives more than
// `most_shapes` of either.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/raw_document.h"

namespace planmark {

struct Point {
  double x = 0, y = 0;
};

// One connected piece of a path, in page coordinates as shown.
struct Stroke {
  std::vector<Point> points;
  bool curved = false;  // has an edge that is not straight (the points then include its control points)
  bool closed = false;
};

// The box around it, as far as `clip` shows it; nullopt where it has no place.
std::optional<Box> box_of(const Stroke& stroke, const Box& clip);

inline constexpr std::size_t most_shapes = 20'000;

// Adds what a stroked path of line width `width` shows to page.rules and page.fills.
void add_stroked(RawPage& page, const Stroke& stroke, double width, const Box& clip);
// Adds what a filled path shows: a box, a thin one as a rule, a small shape of any outline to page.dots.
void add_filled(RawPage& page, const Stroke& stroke, const Box& clip);
// Adds the box of a picture.
void add_image(RawPage& page, const std::vector<Point>& corners, const Box& clip);

}  // namespace planmark
