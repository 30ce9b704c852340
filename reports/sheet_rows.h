// Rows of a sheet as the XML of its part of an XLSX file (ECMA-376, 18.3.1.73), and how a cell is written
// there. Made here for sheets of many rows: libxlsxwriter, whose cells are values of its own, takes thrice
// the time.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/zip_archive.h"
#include "reports/workbook.h"

namespace planmark {

// cell_text() (reports/cell_text.h), in which "_x000A_" stands for no character.
std::string written_cell_text(std::string_view text);

// In points: as high as its text needs in columns so wide. Programs other than Excel do not find it out for
// themselves.
double row_height(const SheetRow& row, const std::vector<double>& widths);

// The texts that the cells of a workbook name by their numbers (ECMA-376, 18.4.9), each once.
class SharedTexts {
 public:
  // After `before` others, which cells have named `named` times.
  SharedTexts(std::size_t before, std::size_t named) : before_(before), named_(named) {}

  std::size_t number_of(std::string_view text);

  std::size_t named() const { return named_; }  // with those before, as is the size
  std::size_t size() const { return before_ + numbers_.size(); }
  const std::string& items_xml() const { return items_; }  // without them, in the order of their numbers

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::size_t before_, named_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> numbers_;
  std::string items_;
};

// The rows of the sheet, counted from `first` (1 is the topmost). `style_of`: the number of a look among the
// workbook's styles.
std::string rows_xml(const Sheet& sheet, std::size_t first, const std::function<int(CellLook)>& style_of,
                     SharedTexts& texts);

// Rows that an archive made by the library lacks.
struct LeftOut {
  struct Rows {
    std::string part;  // "xl/worksheets/sheet2.xml"
    std::string last;  // cell: "Q8009"
    std::string xml;
  };
  std::vector<Rows> rows{};
  SharedTexts texts{0, 0};  // that they name
};

// Puts them into its parts. false: these are not as the library makes them.
bool add_left_out(const LeftOut& left_out, std::vector<ZipEntry>& entries);

}  // namespace planmark
