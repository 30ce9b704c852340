// In which order the parts of a page are read.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace planmark {

// `boxes` are lines and tables in the order in which the page draws them; the answer is a permutation of
// their indices. Most programs draw in reading order, and then that order stands: measured on tagged files it
// is right more often than any guess from geometry. Where drawing jumps back up the page, the runs between
// the jumps are ordered by recursive cuts: columns left to right inside bands from top to bottom.
std::vector<std::uint32_t> reading_order(const std::vector<Box>& boxes);

}  // namespace planmark
