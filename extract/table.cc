#include "extract/table.h"

#include <algorithm>

#include "extract/table_columns.h"
#include "extract/table_continued.h"
#include "extract/table_grid.h"

namespace planmark {
namespace {

Table table_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& members,
               const Ruling& ruling, const std::vector<Box>& fills, std::vector<float> edges = {}) {
  Table table;
  table.lines = members;
  table.box = lines[members.front()].box;
  std::vector<Line> own;
  for (const std::uint32_t i : members) {
    grow(table.box, lines[i].box);
    own.push_back(lines[i]);
  }
  for (const LevelRule& rule : ruling.level)
    if (rule.y > table.box.y0 - 8 && rule.y < table.box.y1 + 8 && rule.x0 <= table.box.x0 + 8 &&
        rule.x1 >= table.box.x1 - 8 && rule.x1 - rule.x0 < 1.6f * (table.box.x1 - table.box.x0)) {
      table.box.x0 = std::min(table.box.x0, rule.x0);
      table.box.x1 = std::max(table.box.x1, rule.x1);
    }
  Grid grid = grid_of(std::move(own), table.box, ruling, fills, std::move(edges));
  table.edges = std::move(grid.edges);
  table.rows = std::move(grid.rows);
  return table;
}

// At the foot of a page the last row of a ruled table may lack its rule: lines in the table's columns that
// are drawn next and end the page belong to it.
std::vector<std::uint32_t> with_last_row(const std::vector<Line>& lines, std::vector<std::uint32_t> members,
                                         const std::vector<bool>& taken, const Ruling& ruling) {
  Box area = lines[members.front()].box;
  std::vector<Line> own;
  for (const std::uint32_t i : members) {
    grow(area, lines[i].box);
    own.push_back(lines[i]);
  }
  const std::vector<float> edges = column_edges(own, area, ruling);
  const auto column_of = [&](float x) {
    return std::upper_bound(edges.begin(), edges.end(), x) - edges.begin();
  };
  std::vector<std::uint32_t> row;
  bool side_by_side = false;
  for (std::uint32_t i = members.back() + 1; i < lines.size() && !taken[i]; ++i) {
    const Line& line = lines[i];
    const bool inside = line.box.y0 > area.y1 - 2 && line.box.x0 > area.x0 - 4 &&
                        column_of(line.box.x0 + 2) == column_of(line.box.x1 - 2) && row.size() < 24;
    if (!inside || line.rotation != 0) return members;
    side_by_side = side_by_side || (!row.empty() && line.box.x0 > lines[row.back()].box.x1 &&
                                    column_of(line.box.x0 + 2) != column_of(lines[row.back()].box.x0 + 2));
    row.push_back(i);
  }
  const bool near = !row.empty() && lines[row.front()].box.y0 - area.y1 < 3 * lines[row.front()].size;
  if (side_by_side && near && edges.size() > 1) members.insert(members.end(), row.begin(), row.end());
  return members;
}

// The labels of a chart stand in columns too, but most of their cells are empty.
bool is_sparse(const Table& table) {
  std::size_t filled = 0, all = 0;
  for (const DraftBlock& row : table.rows)
    for (const DraftCell& cell : row.cells) {
      ++all;
      filled += !cell.lines.empty();
    }
  return table.edges.size() > 3 && 3 * filled < all;
}

}  // namespace

std::vector<Table> find_tables(const std::vector<Line>& lines, const RawPage& page, const OpenTable& before) {
  std::vector<Table> tables;
  if (lines.size() < 4) return tables;
  const Ruling ruling = ruling_of(page);
  std::vector<bool> taken(lines.size(), false);
  const auto add = [&](const std::vector<std::uint32_t>& members, Table table) {
    if (table.edges.empty() || table.rows.size() < 2 || is_sparse(table)) return;
    for (const std::uint32_t i : members) taken[i] = true;
    tables.push_back(std::move(table));
  };
  const auto take = [&](const std::vector<std::uint32_t>& members) {
    add(members, table_of(lines, members, ruling, page.fills));
  };
  for (Table& table : tagged_tables(lines, page.fills)) {
    for (const std::uint32_t i : table.lines) taken[i] = true;
    tables.push_back(std::move(table));
  }
  for (const std::vector<std::uint32_t>& members : ruled_areas(lines, ruling))
    if (std::none_of(members.begin(), members.end(), [&](std::uint32_t i) { return taken[i]; }))
      take(with_last_row(lines, members, taken, ruling));
  std::vector<std::vector<std::uint32_t>> drawn = rows_by_drawing(lines, taken, ruling);
  const auto going_on = rows_going_on(lines, before);
  const bool all_drawn = !drawn.empty() && drawn[0][0] == 0 && drawn[0].size() >= going_on.size();
  if (!going_on.empty() && !all_drawn &&
      std::none_of(going_on.begin(), going_on.end(), [&](auto i) { return taken[i]; })) {
    Table table = table_of(lines, going_on, ruling, page.fills);
    if (table.edges.size() != before.edges.size())
      table = table_of(lines, going_on, ruling, page.fills, before.edges);
    add(going_on, std::move(table));
    drawn = rows_by_drawing(lines, taken, ruling);
  }
  for (const std::vector<std::uint32_t>& members : drawn) take(members);
  std::sort(tables.begin(), tables.end(),
            [](const Table& a, const Table& b) { return a.lines.front() < b.lines.front(); });
  return tables;
}

}  // namespace planmark
