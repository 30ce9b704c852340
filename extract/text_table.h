// A table of text as people keep it, in a CSV file or a spreadsheet.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace planmark {

struct TextRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  // 1-based: the line of the file, or the row of the spreadsheet, where it begins
  friend bool operator==(const TextRow&, const TextRow&) = default;
};

// The head first; every row has as many cells as the head.
struct TextTable {
  std::vector<TextRow> rows;
  friend bool operator==(const TextTable&, const TextTable&) = default;
};

}  // namespace planmark
