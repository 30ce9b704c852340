// A sheet of an XLSX workbook as rows of text, as corpus/csv.h gives those of a CSV. The one home of pugixml.
//
// A cell is what it shows: text without its formatting, numbers as text, dates as ISO 8601, TRUE or FALSE,
// the last value of a formula. Formulas are never run, and nothing that a workbook points to is followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/csv.h"

namespace planmark {

// The names of its sheets, in order. Errors: those of read_zip() (corpus/zip_archive.h); bad_input (it is no
// workbook), damaged.
Result<std::vector<std::string>> sheet_names(std::string_view bytes, const std::string& where);

// All rows with anything in them, the head first; `line` is the row's number in the sheet. Empty `sheet`: the
// first; otherwise by name in any case. `where` is the file's name for messages.
// Errors besides: not_found (no such sheet, and which there are); bad_input (a row with more cells than the
// head has columns: row and column are named); too_large (more than 64 MiB of text or 4 million cells).
Result<std::vector<CsvRow>> parse_sheet(std::string_view bytes, const std::string& where,
                                        std::string_view sheet = {});

// Either: a workbook where the bytes are one (then `sheet`), otherwise a CSV.
Result<std::vector<CsvRow>> parse_table(std::string_view bytes, const std::string& where,
                                        std::string_view sheet = {});

// "A", "Z", "AA": how people call the column, counted from 0.
std::string column_name(std::size_t column);

}  // namespace planmark
