// Where on a page anything but white has been painted so far: what white letters can be seen on.
#pragma once

#include <array>
#include <cstddef>

#include "extract/document.h"

namespace planmark {

// The page in squares of a side that is 1/200 of the page's longer one. What touches a square fills it, so
// that who asks is told of too much rather than too little.
class Painted {
 public:
  // An empty page.
  void begin(float width, float height);
  void add(const Box& box);
  bool touches(const Box& box) const;

 private:
  static constexpr std::size_t side = 200;
  struct Squares {
    std::size_t left = 0, top = 0, right = 0, bottom = 0;  // half-open; empty for a box without a place
  };
  Squares squares_of(const Box& box) const;

  float per_point_ = 0;  // squares
  std::array<std::array<bool, side>, side> squares_{};
};

}  // namespace planmark
