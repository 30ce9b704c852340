#include "extract/word_break.h"

#include <algorithm>
#include <cmath>

#include "extract/pdf_text.h"

namespace planmark {

bool has_gap_between(const PrintedRun& run, const PrintedRun& next) {
  const bool space_printed = next.first > run.first + run.count;
  const double size = std::max(run.size, next.size);
  if (space_printed || run.rotation != next.rotation || std::abs(run.baseline - next.baseline) > 0.6 * size)
    return true;
  const bool backwards = run.rotation >= 2;
  const double gap = backwards ? run.end - next.start : next.start - run.end;
  return gap > 0.1 * size || gap < -0.5 * size;
}

std::vector<std::pair<int, int>> pieces_of(std::span<const unsigned> characters) {
  const auto length = static_cast<int>(characters.size());
  const auto controls = std::ranges::count_if(characters, is_control);
  if (controls == 0 || 2 * controls >= length) return {{0, length}};
  std::vector<std::pair<int, int>> pieces;
  for (int i = 0, begin = 0; i <= length; ++i) {
    if (i < length && !is_control(characters[static_cast<std::size_t>(i)])) continue;
    if (i > begin) pieces.emplace_back(begin, i);
    begin = i + 1;
  }
  return pieces;
}

}  // namespace planmark
