// Tables that run over a page break.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/draft_block.h"
#include "extract/table.h"

namespace planmark {

// The last table of a page, of which the next page may print the heads again and go on with its rows.
struct OpenTable {
  std::string heads;         // their words without spaces; empty: there is none
  std::vector<float> edges;  // between columns
  std::vector<float> lefts;  // where the leftmost line of each column begins
  float row_gap = 0;         // points: the widest between two of its rows
};
OpenTable open_table(const Table& table);

// The lines of a page, in drawing order, that begin with the heads of `before` and go on in its columns below
// them, be it with one cell; empty where none do.
std::vector<std::uint32_t> rows_going_on(const std::vector<Line>& lines, const OpenTable& before);

// A table that stands first on its page, directly after a table with the same columns on the page before, is
// the same table: its repeated head becomes furniture, a row that was cut by the break is joined (and then
// belongs to the page it begins on). Tables are numbered anew from 0.
std::vector<DraftBlock> join_continued_tables(std::vector<DraftBlock> blocks);

}  // namespace planmark
