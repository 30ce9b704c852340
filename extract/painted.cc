#include "extract/painted.h"

#include <algorithm>
#include <cmath>

namespace planmark {

void Painted::begin(float width, float height) {
  const float longer = std::max(width, height);
  per_point_ = longer > 0 ? static_cast<float>(side) / longer : 0;
  squares_ = {};
}

Painted::Squares Painted::squares_of(const Box& box) const {
  const auto square = [&](float points) {
    return static_cast<std::size_t>(std::clamp(points * per_point_, 0.0F, static_cast<float>(side)));
  };
  if (!std::isfinite(box.x0 + box.y0 + box.x1 + box.y1) || box.x1 < 0 || box.y1 < 0) return {};
  return {square(box.x0), square(box.y0), std::min(side, square(box.x1) + 1),
          std::min(side, square(box.y1) + 1)};
}

void Painted::add(const Box& box) {
  const Squares squares = squares_of(box);
  for (std::size_t y = squares.top; y < squares.bottom; ++y)
    for (std::size_t x = squares.left; x < squares.right; ++x) squares_[y][x] = true;
}

bool Painted::touches(const Box& box) const {
  const Squares squares = squares_of(box);
  for (std::size_t y = squares.top; y < squares.bottom; ++y)
    for (std::size_t x = squares.left; x < squares.right; ++x)
      if (squares_[y][x]) return true;
  return false;
}

}  // namespace planmark
