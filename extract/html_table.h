// The cells of an HTML table in their rows and columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/html_tree.h"

namespace planmark {

struct HtmlCell {
  std::string text;
  std::uint32_t node = none_of_tree;  // index of its td or th; none_of_tree where a span covers the place
  bool named_head = false;            // th, or all in bold
  static constexpr std::uint32_t none_of_tree = 0xFFFFFFFF;
};

struct HtmlRow {
  std::vector<HtmlCell> cells;  // one for every column
  bool head = false;            // names the columns
};

// Rows in the order in which they stand, each with a cell for every column of the table. A cell over several
// columns or rows has its text in the first of each; the other places stay empty, except that in rows of
// column heads each column covered has the text. Tables inside are not entered. Rows of heads are those of
// <thead>, or the first ones whose cells are all th or all in bold. Columns beyond the 200th fall together.
std::vector<HtmlRow> html_rows(const HtmlTree& tree, std::uint32_t table);

// A table used to arrange the page: it says so, holds another table or a main heading, or has one column.
bool is_for_layout(const HtmlTree& tree, std::uint32_t table, const std::vector<HtmlRow>& rows);

}  // namespace planmark
