#include "extract/table.h"

#include <algorithm>

#include "extract/table_grid.h"

namespace planmark {
namespace {

Table table_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& members,
               const Ruling& ruling, const std::vector<Box>& fills) {
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
  Grid grid = grid_of(std::move(own), table.box, ruling, fills);
  table.edges = std::move(grid.edges);
  table.rows = std::move(grid.rows);
  return table;
}

}  // namespace

std::vector<Table> find_tables(const std::vector<Line>& lines, const RawPage& page) {
  std::vector<Table> tables;
  if (lines.size() < 4) return tables;
  const Ruling ruling = ruling_of(page);
  std::vector<bool> taken(lines.size(), false);
  const auto take = [&](const std::vector<std::uint32_t>& members) {
    Table table = table_of(lines, members, ruling, page.fills);
    if (table.edges.empty() || table.rows.size() < 2) return;
    for (const std::uint32_t i : members) taken[i] = true;
    tables.push_back(std::move(table));
  };
  for (const std::vector<std::uint32_t>& members : ruled_areas(lines, ruling))
    if (std::none_of(members.begin(), members.end(), [&](std::uint32_t i) { return taken[i]; }))
      take(members);
  for (const std::vector<std::uint32_t>& members : rows_by_drawing(lines, taken)) take(members);
  std::sort(tables.begin(), tables.end(),
            [](const Table& a, const Table& b) { return a.lines.front() < b.lines.front(); });
  return tables;
}

}  // namespace planmark
