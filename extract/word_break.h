// Where one printed word ends and the next begins.
#pragma once

#include <span>
#include <utility>
#include <vector>

namespace planmark {

// A run of characters that the library gave as one word. Lengths are points; edges run along the line.
struct PrintedRun {
  int first = 0, count = 0;  // of the page's characters, counted as printed
  int rotation = 0;          // quarter turns: 0 to 3
  double size = 0, baseline = 0, start = 0, end = 0;
};

// Poppler breaks a word where the size changes or the gap passes a tenth of the size, space or no space; what
// it broke without a gap (small capitals, superscripts, doubled letters) belongs together.
bool has_gap_between(const PrintedRun& run, const PrintedRun& next);

// Half-open ranges of characters. Some fonts map their space to a control character: among letters it parts
// words. A word of little else has no known meaning and stays whole.
std::vector<std::pair<int, int>> pieces_of(std::span<const unsigned> characters);

}  // namespace planmark
