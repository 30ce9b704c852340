// Finds the tables of a page.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/draft_block.h"
#include "extract/table_ruling.h"

namespace planmark {

struct Table {
  Box box;
  std::vector<std::uint32_t> lines;  // indices of the lines it is made of, ascending
  std::vector<float> edges;          // between columns
  std::vector<DraftBlock> rows;      // each with a cell for every column; Block::table not yet given
};

struct OpenTable;  // extract/table_continued.h

// `lines` are those of the page in drawing order, without furniture. A table is known by its tags; otherwise
// it is seen by its ruling (rules of one width with cells side by side between them) or, without ruling, by
// the order of drawing: cell after cell to the right, then back to the left for the next row. Columns of
// prose are drawn one whole column after the other and are no table. Where the page begins with the heads of
// `before`, what goes on in its columns below them is the table's, be it one cell.
std::vector<Table> find_tables(const std::vector<Line>& lines, const RawPage& page, const OpenTable& before);

// By tags, whole: cells as the file says, heads where it says them, else as in a table without tags. Pages
// set out by means of tables are none.
std::vector<Table> tagged_tables(const std::vector<Line>& lines, const std::vector<Box>& fills);
// The two other ways, each giving the indices of the lines of each table; `taken` lines are passed over.
std::vector<std::vector<std::uint32_t>> ruled_areas(const std::vector<Line>& lines, const Ruling& ruling);
std::vector<std::vector<std::uint32_t>> rows_by_drawing(const std::vector<Line>& lines,
                                                        const std::vector<bool>& taken, const Ruling& ruling);

}  // namespace planmark
