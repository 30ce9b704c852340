// The ruling of a page: pieces of rules and edges of fills put together to the lines that a reader sees.
#pragma once

#include <vector>

#include "extract/raw_document.h"

namespace planmark {

struct LevelRule {
  float y = 0, x0 = 0, x1 = 0;
  std::vector<float> breaks;  // where one piece ended and the next began: edges of columns
};

struct UprightRule {
  float x = 0, y0 = 0, y1 = 0;
};

struct Ruling {
  std::vector<LevelRule> level;      // by y, then x0
  std::vector<UprightRule> upright;  // by x, then y0
};

// From rules and from the edges of fills that are not panels. Empty for drawings: more pieces than any table
// has.
Ruling ruling_of(const RawPage& page);

// A part of the page between rules of one width: y of each rule, from the top.
struct Frame {
  float x0 = 0, x1 = 0;
  std::vector<float> ys;
};

// Rules of the same extent, one below the other, grouped; at least two rules each.
std::vector<Frame> frames_of(const Ruling& ruling);

}  // namespace planmark
