#include <algorithm>
#include <cmath>

#include "extract/table.h"

namespace planmark {
namespace {

using Members = std::vector<std::uint32_t>;

constexpr float farthest_row = 2.6f;    // type sizes between the end of a row and the next
constexpr float longest_pitch = 1.9f;   // type sizes between lines of one cell
constexpr float bottom_aligned = 2.2f;  // line heights by which a cell may begin above the first of its row
constexpr float same_type = 1.2f;
constexpr float one_edge = 3.5f;            // points
constexpr std::size_t tallest_cell = 12;    // lines
constexpr std::size_t tallest_beside = 40;  // the same beside a short cell, in a table with ruled heads
constexpr std::size_t short_cell = 4;

struct Cell {
  Box box;
  std::uint32_t last = 0;
  std::size_t lines = 1;
};

struct Row {
  std::vector<Cell> cells;
  Box box;
  std::uint32_t last = 0;   // index of its last line
  bool under_rule = false;  // a rule as wide as the row before lies between them
};

enum class Move { right, down, next_row, away };

class Walker {
 public:
  Walker(const std::vector<Line>& lines, const std::vector<bool>& taken, const Ruling& ruling)
      : lines_(lines), taken_(taken), ruling_(ruling) {}

  std::vector<Members> walk() {
    for (std::uint32_t i = 0; i + 1 < lines_.size();) {
      if (!begins_row(i)) {
        ++i;
        continue;
      }
      const std::uint32_t first = row_start(i);
      const std::vector<Row> rows = rows_from(first);
      const std::size_t kept = rows_kept(rows);
      if (kept > 0) {
        Members members;
        for (std::uint32_t l = first; l <= rows[kept - 1].last; ++l) members.push_back(l);
        tables_.push_back(std::move(members));
        i = rows[kept - 1].last + 1;
        floor_ = i;
      } else {
        i = std::max(i + 1, rows.size() > 1 ? rows[0].last : i + 1);
      }
    }
    return std::move(tables_);
  }

 private:
  bool free(std::uint32_t i) const {
    return i < lines_.size() && !taken_[i] && lines_[i].rotation == 0 && !lines_[i].contents;
  }

  bool begins_row(std::uint32_t i) const {
    if (!free(i) || !free(i + 1)) return false;
    const Line &a = lines_[i], &b = lines_[i + 1];
    return alike(a, b) && b.box.x0 >= a.box.x1 - 1 && b.middle() < a.box.y1 + 1 &&
           b.middle() > a.box.y0 - bottom_aligned * a.height() * 4;
  }

  static bool alike(const Line& a, const Line& b) {
    return a.size < same_type * b.size && b.size < same_type * a.size;
  }

  // First line of the cell that line `i` ends: as high as its neighbour to the right, or, in a head row that
  // is set on its last line, a few short lines higher.
  std::uint32_t row_start(std::uint32_t i) const {
    const Line& beside = lines_[i + 1];
    std::uint32_t first = i;
    while (first > floor_ && above_in_cell(first) &&
           lines_[first - 1].middle() >= beside.middle() - 0.3f * beside.height())
      --first;
    std::uint32_t higher = first;
    while (higher > floor_ && first - higher < 3 && above_in_cell(higher) &&
           lines_[higher - 1].box.x1 < beside.box.x0)
      --higher;
    if (higher == 0 || higher == first) return higher;
    const float above = lines_[higher].middle() - lines_[higher - 1].middle();
    const float inside = lines_[higher + 1].middle() - lines_[higher].middle();
    return above < 0 || above > 1.25f * inside ? higher : first;
  }

  bool above_in_cell(std::uint32_t i) const {
    if (!free(i - 1)) return false;
    const Line &above = lines_[i - 1], &line = lines_[i];
    return alike(above, line) && above.bold == line.bold && above.middle() < line.middle() &&
           line.middle() - above.middle() < 1.45f * line.size &&
           shared(above.box.x0, above.box.x1, line.box.x0, line.box.x1) > 0;
  }

  bool rule_between(const Row& row, const Line& next) const {
    return std::any_of(ruling_.level.begin(), ruling_.level.end(), [&](const LevelRule& rule) {
      return rule.y > row.box.y1 - 0.3f * next.height() && rule.y < next.middle() &&
             rule.x0 < row.box.x0 + one_edge && rule.x1 > row.box.x1 - one_edge;
    });
  }

  Move move_to(const Row& row, const Line& next) const {
    const Cell& cell = row.cells.back();
    const Line& last = lines_[cell.last];
    const float height = next.height();
    if (!alike(lines_[row.last], next)) return Move::away;
    const bool within =
        next.middle() > row.box.y0 - bottom_aligned * height && next.middle() < row.box.y1 + 0.3f * height;
    if (within && next.box.x0 >= cell.box.x1 - 0.2f * next.size) return Move::right;
    const bool ruled = row.cells.size() > 1 && rule_between(row, next);
    if (!ruled && shared(next.box.x0, next.box.x1, cell.box.x0, cell.box.x1) > 0 &&
        next.middle() > last.middle() && next.middle() - last.middle() <= longest_pitch * next.size &&
        (row.cells.size() == 1 || next.box.x0 > cell.box.x0 - 2 * next.size))
      return Move::down;
    const bool below =
        next.box.y0 >= row.box.y1 - 0.6f * height && next.box.y0 - row.box.y1 <= farthest_row * next.size;
    if (below && (ruled || next.box.x0 < cell.box.x0 - 1)) return Move::next_row;
    return Move::away;
  }

  // A bold line alone on its height after a row that is not bold.
  bool is_heading(const Row& row, std::uint32_t i) const {
    if (!lines_[i].bold || lines_[row.last].bold) return false;
    // Boxes of lines that are set close reach a little into each other.
    return !free(i + 1) || shared(lines_[i].box.y0, lines_[i].box.y1, lines_[i + 1].box.y0,
                                  lines_[i + 1].box.y1) < 0.3f * lines_[i].height();
  }

  std::vector<Row> rows_from(std::uint32_t first) const {
    std::vector<Row> rows;
    const auto start = [&](std::uint32_t i) {
      const bool under_rule = !rows.empty() && rule_between(rows.back(), lines_[i]);
      rows.push_back({{Cell{lines_[i].box, i, 1}}, lines_[i].box, i, under_rule});
    };
    start(first);
    for (std::uint32_t i = first + 1; free(i); ++i) {
      Row& row = rows.back();
      const Move move = move_to(row, lines_[i]);
      if (move == Move::away || (move != Move::right && is_heading(row, i))) break;
      if (move == Move::next_row) {
        start(i);
        continue;
      }
      if (move == Move::right) row.cells.push_back({lines_[i].box, i, 0});
      Cell& cell = row.cells.back();
      ++cell.lines;
      cell.last = i;
      grow(cell.box, lines_[i].box);
      grow(row.box, lines_[i].box);
      row.last = i;
    }
    return rows;
  }

  static bool has_short_cell(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return cell.lines <= short_cell; });
  }

  // How many of the rows, from the first, are a table; 0 when they are none.
  static std::size_t rows_kept(const std::vector<Row>& rows) {
    const bool headed = rows.size() > 1 && rows[0].cells.size() > 1 && rows[1].under_rule;
    std::size_t kept = 0, several = 0, columns = 0, cells = 0, lines = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].cells.size() < 2) continue;
      kept = i + 1;
      ++several;
      columns = std::max(columns, rows[i].cells.size());
      const std::size_t tallest = headed && has_short_cell(rows[i]) ? tallest_beside : tallest_cell;
      for (const Cell& cell : rows[i].cells) {
        ++cells;
        lines += std::min(cell.lines, tallest_cell);
        if (cell.lines > tallest) return 0;
      }
    }
    if (several < (columns == 2 && !headed ? 3u : 2u) || 2 * several < kept) return 0;
    if (lines > (columns == 2 ? 3 : 5) * cells) return 0;
    return aligned(rows) ? kept : 0;
  }

  // Most cells begin, end or centre where a cell of another row does.
  static bool aligned(const std::vector<Row>& rows) {
    std::vector<std::pair<float, std::size_t>> places;
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 1; c < rows[r].cells.size(); ++c) places.push_back({rows[r].cells[c].box.x0, r});
    std::size_t good = 0, all = places.size();
    for (const float side : {0.f, 1.f, 0.5f}) {
      std::vector<std::pair<float, std::size_t>> here;
      for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 1; c < rows[r].cells.size(); ++c) {
          const Box& b = rows[r].cells[c].box;
          here.push_back({b.x0 + side * (b.x1 - b.x0), r});
        }
      std::sort(here.begin(), here.end());
      std::size_t matched = 0;
      for (std::size_t i = 0; i < here.size(); ++i) {
        const bool left =
            i > 0 && here[i].first - here[i - 1].first < one_edge && here[i].second != here[i - 1].second;
        const bool right = i + 1 < here.size() && here[i + 1].first - here[i].first < one_edge &&
                           here[i].second != here[i + 1].second;
        matched += left || right;
      }
      good = std::max(good, matched);
    }
    return 10 * good >= 7 * all;
  }

  const std::vector<Line>& lines_;
  const std::vector<bool>& taken_;
  const Ruling& ruling_;
  std::vector<Members> tables_;
  std::uint32_t floor_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> rows_by_drawing(const std::vector<Line>& lines,
                                                        const std::vector<bool>& taken,
                                                        const Ruling& ruling) {
  return Walker(lines, taken, ruling).walk();
}

}  // namespace planmark
