// Lines of one page, in reading order, gathered into paragraphs and list items.
#pragma once

#include <map>
#include <vector>

#include "extract/draft_block.h"

namespace planmark {

// Usual distance between the baselines of neighbouring lines, by type size in half points.
using Leading = std::map<int, float>;

// From all pages: the most frequent distance for each size.
Leading usual_leading(const std::vector<std::vector<Line>>& pages);

// Every line ends up in exactly one block, in the given order. Bullets are dropped from the text of an item,
// its number or letter stays. A bullet without text gives no block.
std::vector<DraftBlock> paragraphs_of(std::vector<Line> lines, const Leading& leading);

}  // namespace planmark
