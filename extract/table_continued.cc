#include "extract/table_continued.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr float same_side = 12;  // points

std::string text_of(const DraftCell& cell) {
  std::string text;
  for (const Line& line : cell.lines)
    for (const LineWord& word : line.words) text += word.text;
  return text;
}

bool same_text(const DraftBlock& a, const DraftBlock& b) {
  if (a.cells.size() != b.cells.size()) return false;
  for (std::size_t c = 0; c < a.cells.size(); ++c)
    if (text_of(a.cells[c]) != text_of(b.cells[c])) return false;
  return true;
}

bool all_bold(const DraftBlock& row) {
  for (const DraftCell& cell : row.cells)
    for (const Line& line : cell.lines)
      if (!line.bold) return false;
  return true;
}

bool same_columns(const DraftBlock& a, const DraftBlock& b) {
  return a.cells.size() == b.cells.size() && std::abs(a.box.x0 - b.box.x0) < same_side &&
         std::abs(a.box.x1 - b.box.x1) < same_side;
}

enum class CellEnd { empty, open, closed };

CellEnd end_of(const DraftCell& cell) {
  if (cell.lines.empty()) return CellEnd::empty;
  const char last = cell.lines.back().words.back().text.back();
  return last == '.' || last == '!' || last == '?' ? CellEnd::closed : CellEnd::open;
}

bool has_empty_cell(const DraftBlock& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const DraftCell& cell) { return cell.lines.empty(); });
}

// Every cell of `rest` goes on where its cell in `row` broke off. A rest that does not say what the row is of
// may begin with a name or a month in one of its cells.
bool continues_row(const DraftBlock& row, const DraftBlock& rest) {
  bool any_empty = false, any_lower = false, any_upper = false;
  for (std::size_t c = 0; c < rest.cells.size(); ++c) {
    if (rest.cells[c].lines.empty()) {
      any_empty = true;
      continue;
    }
    if (end_of(row.cells[c]) != CellEnd::open) return false;
    const char32_t first = decode_at(rest.cells[c].lines.front().words.front().text, 0).value;
    any_upper = any_upper || is_upper(first);
    any_lower = any_lower || is_lower(first);
  }
  const bool labelled = !rest.cells.front().lines.empty();
  if (any_upper) return any_lower && !labelled;
  return any_lower || (any_empty && labelled);
}

class Joiner {
 public:
  std::vector<DraftBlock> take() { return std::move(joined_); }

  void add(DraftBlock block) {
    if (block.kind != BlockKind::table_row) {
      if (block.kind != BlockKind::furniture) last_row_ = none_yet;
      joined_.push_back(std::move(block));
      return;
    }
    if (block.table != raw_table_) begin_table(block);
    if (continued_ && block.head) {
      if (repeats_head(block)) return add_as_furniture(std::move(block));
      block.head = false;
    }
    if (continued_ && first_data_ && last_row_ != none_yet && continues_row(joined_[last_row_], block)) {
      first_data_ = has_empty_cell(block);  // what goes on in one column may come in several rows
      return append_to_last(std::move(block));
    }
    first_data_ = first_data_ && block.head;
    block.table = tables_ - 1;
    if (block.head && !continued_) heads_.push_back(block);
    last_row_ = joined_.size();
    joined_.push_back(std::move(block));
  }

 private:
  static constexpr std::size_t none_yet = static_cast<std::size_t>(-1);

  void begin_table(const DraftBlock& row) {
    raw_table_ = row.table;
    first_data_ = true;
    continued_ =
        last_row_ != none_yet && joined_[last_row_].page + 1 == row.page &&
        joined_[last_row_].cells.size() == row.cells.size() &&
        (repeats_head(row) || (same_columns(joined_[last_row_], row) && !(row.head && all_bold(row))));
    if (continued_) return;
    ++tables_;
    heads_.clear();
  }

  // First on the next page, or, where ruling changes inside a table, directly below.
  static bool follows(const DraftBlock& before, const DraftBlock& row) {
    if (before.page + 1 == row.page) return true;
    const float gap = row.box.y0 - before.box.y1;
    return before.page == row.page && !row.head && gap > -2 && gap < before.box.y1 - before.box.y0 + 2;
  }

  bool repeats_head(const DraftBlock& row) const {
    for (const DraftBlock& head : heads_)
      if (same_text(head, row)) return true;
    return false;
  }

  void add_as_furniture(DraftBlock row) {
    joined_.push_back(row_as_lines(std::move(row), BlockKind::furniture));
  }

  void append_to_last(DraftBlock rest) {
    for (std::size_t c = 0; c < rest.cells.size(); ++c)
      for (Line& line : rest.cells[c].lines) joined_[last_row_].cells[c].lines.push_back(std::move(line));
  }

  std::vector<DraftBlock> joined_;
  std::vector<DraftBlock> heads_;  // of the table under way
  std::size_t last_row_ = none_yet;
  std::uint32_t raw_table_ = none;
  std::uint32_t tables_ = 0;
  bool continued_ = false;
  bool first_data_ = false;
};

}  // namespace

OpenTable open_table(const Table& table) {
  OpenTable open{"", table.edges, {}, 0};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const DraftBlock& row = table.rows[i];
    if (i > 0) open.row_gap = std::max(open.row_gap, row.box.y0 - table.rows[i - 1].box.y1);
    for (const DraftCell& cell : row.cells)
      for (const Line& line : cell.lines) {
        if (open.lefts.size() <= cell.column) open.lefts.resize(cell.column + 1, table.box.x1);
        open.lefts[cell.column] = std::min(open.lefts[cell.column], line.box.x0);
        for (const LineWord& word : line.words)
          if (row.head) open.heads += word.text;
      }
  }
  return open;
}

std::vector<std::uint32_t> rows_going_on(const std::vector<Line>& lines, const OpenTable& before) {
  std::string heads;
  std::vector<std::uint32_t> members;
  Box area{};
  const auto add = [&](std::uint32_t i) {
    area = members.empty() ? lines[i].box : area;
    grow(area, lines[i].box);
    members.push_back(i);
  };
  std::uint32_t next = 0;
  for (; next < lines.size() && heads.size() < before.heads.size(); ++next) {
    for (const LineWord& word : lines[next].words) heads += word.text;
    add(next);
  }
  const bool in_order = std::is_sorted(before.lefts.begin(), before.lefts.end());
  if (heads.empty() || heads != before.heads || !in_order) return {};
  const std::size_t of_heads = members.size();
  const auto column_of = [&](float x) {
    return std::upper_bound(before.lefts.begin(), before.lefts.end(), x) - before.lefts.begin();
  };
  for (; next < lines.size(); ++next) {
    const Line& line = lines[next];
    const bool near = line.box.y0 - area.y1 <= before.row_gap + 2;
    const bool in_column = column_of(line.box.x0 + 2) == column_of(line.box.x1);
    const bool alike = std::abs(line.size - lines[next - 1].size) < 1 && line.rotation == 0;
    if (!near || !in_column || !alike) break;
    add(next);
  }
  return members.size() > of_heads ? members : std::vector<std::uint32_t>();
}

std::vector<DraftBlock> join_continued_tables(std::vector<DraftBlock> blocks) {
  Joiner joiner;
  for (DraftBlock& block : blocks) joiner.add(std::move(block));
  return joiner.take();
}

}  // namespace planmark
