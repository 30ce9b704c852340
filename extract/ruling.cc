#include "extract/ruling.h"

#include <algorithm>
#include <cmath>

namespace planmark {
namespace {

constexpr double thickest_rule = 3;
constexpr double shortest_rule = 5;
constexpr double narrowest_fill = 12, lowest_fill = 7;  // holds a line of small print
constexpr double smallest_image = 8;
constexpr double smallest_dot = 1.5, largest_dot = 9;
constexpr double off_axis = 0.6;             // a line may lean by so much from end to end
constexpr std::size_t rounded_corners = 26;  // points of a box with four curved corners, and some to spare

double width_of(const Box& box) { return double{box.x1} - box.x0; }
double height_of(const Box& box) { return double{box.y1} - box.y0; }

Box clipped(const Box& box, const Box& clip) {
  return {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
          std::min(box.y1, clip.y1)};
}

bool box_around(const std::vector<Point>& points, Box& box) {
  if (points.empty()) return false;
  double x0 = points[0].x, x1 = x0, y0 = points[0].y, y1 = y0;
  for (const Point& p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
    x0 = std::min(x0, p.x), x1 = std::max(x1, p.x), y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
  }
  box = {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1), static_cast<float>(y1)};
  return true;
}

bool along_an_axis(const Point& a, const Point& b) {
  return std::abs(a.x - b.x) <= off_axis || std::abs(a.y - b.y) <= off_axis;
}

// Each point, control points too, stands on the edge of the box around all of them: so it is for boxes with
// rounded corners, and hardly ever for letters drawn as shapes.
bool hugs_its_box(const std::vector<Point>& points) {
  Box box;
  if (!box_around(points, box)) return false;
  return std::ranges::all_of(points, [&](const Point& p) {
    return std::min(std::abs(p.x - double{box.x0}), std::abs(p.x - double{box.x1})) <= off_axis ||
           std::min(std::abs(p.y - double{box.y0}), std::abs(p.y - double{box.y1})) <= off_axis;
  });
}

// Four corners, the first perhaps repeated, each edge along an axis; or such a box with rounded corners.
bool is_box(const Stroke& stroke) {
  const std::vector<Point>& p = stroke.points;
  if (stroke.curved) return p.size() >= 8 && p.size() <= rounded_corners && hugs_its_box(p);
  if (p.size() < 4 || p.size() > 6) return false;
  for (std::size_t i = 0; i + 1 < p.size(); ++i)
    if (!along_an_axis(p[i], p[i + 1])) return false;
  return along_an_axis(p.back(), p.front());
}

bool covers_page(const RawPage& page, const Box& box) {
  return width_of(box) >= 0.95 * double{page.width} && height_of(box) >= 0.9 * double{page.height};
}

void add_rule(RawPage& page, const Box& box) {
  if (page.rules.size() < most_shapes && std::max(width_of(box), height_of(box)) >= shortest_rule &&
      width_of(box) >= 0 && height_of(box) >= 0)
    page.rules.push_back(box);
}

void add_fill(RawPage& page, const Box& box) {
  if (page.fills.size() < most_shapes && width_of(box) >= narrowest_fill && height_of(box) >= lowest_fill &&
      !covers_page(page, box))
    page.fills.push_back(box);
}

bool is_dot(const Box& box) {
  const double width = width_of(box), height = height_of(box);
  return std::min(width, height) >= smallest_dot && std::max(width, height) <= largest_dot &&
         std::max(width, height) <= 1.5 * std::min(width, height);
}

void add_dot(RawPage& page, const Box& box) {
  if (page.dots.size() < most_shapes) page.dots.push_back(box);
}

}  // namespace

std::optional<Box> box_of(const Stroke& stroke, const Box& clip) {
  Box box;
  if (!box_around(stroke.points, box)) return std::nullopt;
  return clipped(box, clip);
}

void add_stroked(RawPage& page, const Stroke& stroke, double width, const Box& clip) {
  Box box;
  if (!box_around(stroke.points, box)) return;
  const bool boxed = is_box(stroke);
  if (boxed)
    add_fill(page, clipped(box, clip));
  else if (stroke.curved)
    ++page.drawings;
  if (stroke.curved || width > thickest_rule) return;
  const auto half = static_cast<float>(std::max(0.0, width) / 2);
  const std::size_t count = stroke.points.size();
  for (std::size_t i = 0; i + 1 < count + (stroke.closed ? 1 : 0); ++i) {
    const Point &a = stroke.points[i], &b = stroke.points[(i + 1) % count];
    Box edge;
    if (!along_an_axis(a, b) || !box_around({a, b}, edge)) continue;
    const bool level = width_of(edge) >= height_of(edge);
    if (level)
      edge.y0 -= half, edge.y1 += half;
    else
      edge.x0 -= half, edge.x1 += half;
    add_rule(page, clipped(edge, clip));
  }
}

void add_filled(RawPage& page, const Stroke& stroke, const Box& clip) {
  Box box;
  if (!box_around(stroke.points, box)) return;
  box = clipped(box, clip);
  if (is_dot(box)) return add_dot(page, box);
  if (!is_box(stroke)) {
    ++page.drawings;
    return;
  }
  if (std::min(width_of(box), height_of(box)) <= thickest_rule) {
    if (!stroke.curved) add_rule(page, box);
  } else {
    add_fill(page, box);
  }
}

void add_image(RawPage& page, const std::vector<Point>& corners, const Box& clip) {
  Box box;
  if (!box_around(corners, box)) return;
  box = clipped(box, clip);
  if (width_of(box) >= smallest_image && height_of(box) >= smallest_image && page.images.size() < most_shapes)
    page.images.push_back(box);
}

}  // namespace planmark
