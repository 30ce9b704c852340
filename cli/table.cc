#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "reports/plain_text.h"

namespace planmark {
namespace {

constexpr std::size_t gap = 2;

std::vector<std::size_t> natural_widths(const std::vector<Column>& columns,
                                        const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t widest = columns_of(columns[c].head);
    for (const auto& row : rows) widest = std::max(widest, columns_of(row[c]));
    widths.push_back(widest);
  }
  return widths;
}

void narrow(std::vector<std::size_t>& widths, const std::vector<Column>& columns, std::size_t width) {
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
  for (; total > width; --total) {
    std::size_t widest = widths.size();
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const bool can = !columns[c].numbers && widths[c] > columns[c].at_least;
      if (can && (widest == widths.size() || widths[c] > widths[widest])) widest = c;
    }
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

std::string line_of(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                    const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const std::string cell = widths[c] == 0 ? "" : shortened(cells[c], widths[c]);
    const std::string fill(widths[c] - columns_of(cell), ' ');
    if (c > 0) line.append(gap, ' ');
    line += columns[c].numbers ? fill + cell : cell + fill;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

std::size_t table_width(const Terminal& out) { return out.interactive ? out.width : 10'000; }

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                  std::size_t width) {
  std::vector<std::size_t> widths = natural_widths(columns, rows);
  narrow(widths, columns, width);
  std::vector<std::string> heads;
  for (const Column& column : columns) heads.push_back(column.head);
  const bool headed =
      std::any_of(heads.begin(), heads.end(), [](const std::string& head) { return !head.empty(); });
  std::string text = headed ? line_of(heads, columns, widths) : std::string();
  for (const auto& row : rows) text += line_of(row, columns, widths);
  return text;
}

}  // namespace planmark
