#include <algorithm>
#include <map>

#include "extract/block_text.h"
#include "extract/table.h"
#include "extract/table_grid.h"

namespace planmark {
namespace {

constexpr std::size_t longest_cell = 1500;  // characters; tables of more set out pages, not facts
constexpr std::uint16_t most_columns = 20;

bool is_cell(const Line& line) {
  return (line.tag.kind == TagKind::cell || line.tag.kind == TagKind::head_cell) && line.tag.table != none &&
         line.tag.row != none && line.tag.column < line.tag.columns && line.rotation == 0;
}

struct TaggedRow {
  DraftBlock block;
  bool only_heads = true;
};

using Rows = std::map<std::uint32_t, TaggedRow>;  // by element, which is the order of the tree

void put(const Line& line, Rows& rows) {
  const auto [place, added] = rows.try_emplace(line.tag.row);
  TaggedRow& row = place->second;
  if (added) {
    row.block.kind = BlockKind::table_row;
    row.block.page = line.page;
    row.block.box = line.box;
    row.block.cells.resize(line.tag.columns);
    for (std::uint16_t c = 0; c < line.tag.columns; ++c) row.block.cells[c].column = c;
  }
  grow(row.block.box, line.box);
  row.only_heads = row.only_heads && line.tag.kind == TagKind::head_cell;
  row.block.cells[line.tag.column].lines.push_back(line);
}

float left_of(const DraftCell& cell) {
  float left = cell.lines.front().box.x0;
  for (const Line& line : cell.lines) left = std::min(left, line.box.x0);
  return left;
}

// Cells stand from left to right and mostly side by side, none is a page of text, and it is not two columns
// set by means of a table.
bool is_plausible(const Rows& rows) {
  std::size_t pairs = 0, good = 0, several = 0;
  for (const auto& [element, row] : rows) {
    const DraftCell* before = nullptr;
    std::size_t filled = 0;
    for (const DraftCell& cell : row.block.cells) {
      if (cell.lines.empty()) continue;
      std::size_t characters = 0;
      for (const Line& line : cell.lines) characters += line.characters;
      if (characters > longest_cell) return false;
      ++filled;
      if (before) ++pairs, good += left_of(*before) < left_of(cell);
      before = &cell;
    }
    several += filled > 1;
  }
  const bool one_row_of_two = rows.size() == 1 && rows.begin()->second.block.cells.size() == 2;
  return 2 * several >= rows.size() && !one_row_of_two && 10 * good >= 9 * pairs;
}

}  // namespace

std::vector<Table> tagged_tables(const std::vector<Line>& lines, const std::vector<Box>& fills) {
  std::map<std::uint32_t, Table> tables;
  std::map<std::uint32_t, Rows> rows;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (!is_cell(line) || line.tag.columns < 2 || line.tag.columns > most_columns) continue;
    const auto [place, added] = tables.try_emplace(line.tag.table);
    if (added) place->second.box = line.box;
    grow(place->second.box, line.box);
    place->second.lines.push_back(i);
    put(line, rows[line.tag.table]);
  }
  std::vector<Table> found;
  for (auto& [element, table] : tables) {
    Rows& own = rows[element];
    if (!is_plausible(own)) continue;
    std::size_t heads = 0;
    for (auto& [row_element, row] : own) {
      row.block.box.x0 = table.box.x0;
      row.block.box.x1 = table.box.x1;
      if (row.only_heads && heads == table.rows.size() && heads < 3 && own.size() > heads + 1) ++heads;
      table.rows.push_back(std::move(row.block));
    }
    for (std::size_t r = 0; r < heads; ++r) table.rows[r].head = true;
    finish_rows(table.rows, heads > 0 ? nullptr : &fills);
    found.push_back(std::move(table));
  }
  return found;
}

}  // namespace planmark
