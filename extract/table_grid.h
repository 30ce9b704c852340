// The lines of one table sorted into rows and columns.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/table_ruling.h"

namespace planmark {

struct Grid {
  std::vector<float> edges;      // between columns, from the left; one fewer than columns
  std::vector<DraftBlock> rows;  // kind table_row, a cell for every column
};

// `area` is the table on the page. Columns come from upright rules or from breaks in the level ones,
// otherwise from the gaps that run through all rows. Rows come from level rules; where these are few, from
// the space between lines, from columns that begin again, and from lines that had room for the next word.
// `edges` are those of the columns where they are known already.
Grid grid_of(std::vector<Line> lines, const Box& area, const Ruling& ruling, const std::vector<Box>& fills,
             std::vector<float> edges = {});

// Bullets inside cells made alike; heads by look where `fills` is given, otherwise they are marked already.
void finish_rows(std::vector<DraftBlock>& rows, const std::vector<Box>* fills);

}  // namespace planmark
