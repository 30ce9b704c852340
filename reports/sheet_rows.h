// Rows of a sheet as the XML of its part of an XLSX file (ECMA-376, 18.3.1.73), and how a cell is written
// there. Made here for sheets of many rows: libxlsxwriter, whose cells are values of its own, takes thrice
// the time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/workbook.h"

namespace planmark {

// cell_text() (reports/cell_text.h), in which "_x000A_" stands for no character.
std::string written_cell_text(std::string_view text);

// In points: as high as its text needs in columns so wide. Programs other than Excel do not find it out for
// themselves.
double row_height(const SheetRow& row, const std::vector<double>& widths);

// The rows of the sheet, counted from `first` (1 is the topmost), with their texts in the cells themselves.
// `style_of`: the number of a look among the workbook's styles.
std::string rows_xml(const Sheet& sheet, std::size_t first, const std::function<int(CellLook)>& style_of);

}  // namespace planmark
