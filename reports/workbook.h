// A workbook as values, and as the bytes of an XLSX file: the one home of libxlsxwriter.
//
// The bytes depend on the values alone. Every text is written as text: nothing that comes from documents or
// people is run as a formula, here or after it has been saved as CSV (reports/cell_text.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

enum class CellLook : std::uint8_t {
  plain,   // wrapped, at the top of its row
  title,   // large, over the cells to its right
  strong,  // bold, over the cells to its right
  note,    // over the cells to its right
  alarm,   // white on dark red, large: what must not be overlooked
  draft,   // on amber: what nobody has confirmed
  edited,  // on pale blue, as text whatever is typed: to be filled in
  small    // grey, in one line: keys that are for the program
};

struct SheetCell {
  std::string text{};
  std::optional<std::uint64_t> number{};  // instead of the text
  CellLook look = CellLook::plain;
};
using SheetRow = std::vector<SheetCell>;

// Columns and rows are counted from 0.
struct DropDown {
  std::size_t column = 0;  // below the head, to the last row
  std::string formula;     // gives the cells to choose from; of row 2, as "$C2" names it
  std::string hint;        // at most 255 characters
};

// A bar chart of two neighbouring columns, labels and numbers, in the rows first to last.
struct SheetChart {
  std::size_t first_row = 0, last_row = 0, column = 0;
  bool stacked = false;  // one divided bar instead of one for each row
  std::string title, description;
  std::size_t row = 0, at_column = 0;  // of its top left corner
};
inline constexpr std::size_t chart_rows = 16;  // that a chart covers

struct Sheet {
  std::string name;                 // at most 31 characters, without []:*?/ and backslash
  std::vector<double> widths{};     // of columns, in characters
  std::vector<std::string> head{};  // of a table: the first row, which stays in sight and filters
  std::vector<SheetRow> rows{};
  std::vector<DropDown> drop_downs{};
  std::vector<SheetChart> charts{};
  bool hidden = false;
};

struct Workbook {
  std::string title;
  std::string mark{};  // printed at the head of every page: "DRAFT ..."; may be empty
  std::vector<Sheet> sheets{};
};

// Requires: names of sheets as above, each once. Errors: storage (no space for temporary files, no memory).
Result<std::string> xlsx_of(const Workbook& workbook);

}  // namespace planmark
