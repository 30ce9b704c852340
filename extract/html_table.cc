#include "extract/html_table.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "extract/html_role.h"

namespace planmark {
namespace {

constexpr std::size_t most_columns = 200;
constexpr std::uint32_t most_spanned_rows = 1000;

std::uint32_t span_of(const HtmlNode& cell, std::string_view name, std::uint32_t most) {
  const std::string_view value = cell.attribute(name);
  std::uint32_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::uint32_t>(span, 1, most);
}

// All its words stand in <strong> or <b>.
bool is_bold(const HtmlTree& tree, std::uint32_t cell) {
  std::uint32_t bold_until = 0;
  bool words = false;
  for (std::uint32_t i = cell + 1; i < tree.nodes[cell].end; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == "strong" || node.tag == "b") bold_until = std::max(bold_until, node.end);
    if (node.text.find_first_not_of(" \t\r\n\f") == std::string::npos) continue;
    words = true;
    if (i >= bold_until) return false;
  }
  return words;
}

class Grid {
 public:
  explicit Grid(const HtmlTree& tree) : tree_(tree) {}

  void row(std::uint32_t node, bool in_head) {
    in_thead_.push_back(in_head);
    rows_.emplace_back();
    column_ = 0;
    const std::uint32_t end = tree_.nodes[node].end;
    for (std::uint32_t i = node + 1; i < end; ++i) {
      const HtmlNode& cell = tree_.nodes[i];
      if (cell.tag != "td" && cell.tag != "th") continue;
      add(i, cell);
      i = cell.end - 1;
    }
    take_covered();
  }

  std::vector<HtmlRow> take() && {
    std::size_t columns = 0;
    for (const HtmlRow& row : rows_) columns = std::max(columns, row.cells.size());
    for (HtmlRow& row : rows_) row.cells.resize(columns);
    mark_heads();
    return std::move(rows_);
  }

 private:
  // Places that a cell of an earlier row reaches down to.
  void take_covered() {
    while (column_ < reaching_.size() && reaching_[column_] > 0) {
      --reaching_[column_++];
      if (rows_.back().cells.size() < column_) rows_.back().cells.resize(column_);
    }
  }

  void add(std::uint32_t index, const HtmlNode& node) {
    take_covered();
    HtmlCell cell{html_text(tree_, index + 1, node.end), index, node.tag == "th" || is_bold(tree_, index)};
    if (column_ >= most_columns) {
      std::string& last = rows_.back().cells.back().text;
      last += (last.empty() || cell.text.empty() ? "" : " ") + cell.text;
      return;
    }
    const std::uint32_t wide = span_of(node, "colspan", most_columns);
    const std::uint32_t high = span_of(node, "rowspan", most_spanned_rows);
    for (std::uint32_t i = 0; i < wide && column_ < most_columns; ++i, ++column_) {
      if (reaching_.size() <= column_) reaching_.resize(column_ + 1);
      reaching_[column_] = high - 1;
      rows_.back().cells.push_back(cell);
      if (i > 0) rows_.back().cells.back().node = HtmlCell::none_of_tree;
    }
  }

  void mark_heads() {
    const bool any_thead = std::ranges::find(in_thead_, true) != in_thead_.end();
    bool above_all = true;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      HtmlRow& row = rows_[r];
      const bool named = std::ranges::all_of(
          row.cells, [](const HtmlCell& cell) { return cell.text.empty() || cell.named_head; });
      above_all = above_all && named && row.cells.size() > 1;
      row.head = any_thead ? in_thead_[r] : above_all && r + 1 < rows_.size();
      if (row.head) continue;
      for (HtmlCell& cell : row.cells)
        if (cell.node == HtmlCell::none_of_tree) cell.text.clear();
    }
  }

  const HtmlTree& tree_;
  std::vector<HtmlRow> rows_;
  std::vector<bool> in_thead_;
  std::vector<std::uint32_t> reaching_;
  std::size_t column_ = 0;
};

}  // namespace

std::vector<HtmlRow> html_rows(const HtmlTree& tree, std::uint32_t table) {
  Grid grid(tree);
  std::uint32_t head_until = 0;
  for (std::uint32_t i = table + 1; i < tree.nodes[table].end; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == "thead") head_until = node.end;
    const bool row = node.tag == "tr";
    if (row) grid.row(i, i < head_until);
    if (row || node.tag == "table" || node.tag == "caption") i = node.end - 1;
  }
  return std::move(grid).take();
}

bool is_for_layout(const HtmlTree& tree, std::uint32_t table, const std::vector<HtmlRow>& rows) {
  const HtmlNode& node = tree.nodes[table];
  const std::string_view role = node.attribute("role");
  if (role == "presentation" || role == "none") return true;
  for (std::uint32_t i = table + 1; i < node.end; ++i) {
    const std::string& tag = tree.nodes[i].tag;
    if (tag == "table" || tag == "h1" || tag == "h2") return true;
  }
  return rows.empty() || rows.front().cells.size() < 2;
}

}  // namespace planmark
