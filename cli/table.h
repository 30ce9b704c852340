// Columns of text for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace planmark {

struct Column {
  std::string head;          // heads are printed when at least one column has one
  bool numbers = false;      // set flush right
  std::size_t at_least = 4;  // what is left of it when the table is too wide
};

// As wide as the terminal; for another program so wide that nothing is cut.
std::size_t table_width(const Terminal& out);

// Rows as lines of at most `width` columns: the widest column gives way first, and its cells end with "…".
// Requires: every row has as many cells as there are columns.
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                  std::size_t width);

}  // namespace planmark
