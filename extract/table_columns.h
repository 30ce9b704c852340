// Where one column of a table ends and the next begins.
#pragma once

#include <vector>

#include "extract/line.h"
#include "extract/table_ruling.h"

namespace planmark {

// The x of each edge between columns, from the left, none at the sides.
std::vector<float> column_edges(const std::vector<Line>& lines, const Box& area, const Ruling& ruling);

}  // namespace planmark
