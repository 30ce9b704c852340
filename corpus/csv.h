// Comma-separated values as people and spreadsheets write them: RFC 4180 quoting, comma or semicolon
// (whichever the head line has more of outside quotes), CR LF or LF, a byte order mark, a first line "sep=;".
// Rows with nothing in them are left out. Cells keep their text; spaces around unquoted cells are dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/text_table.h"

namespace planmark {

using CsvRow = TextRow;

// All rows, the head first. `where` is the file's name for messages. Errors name file:line: text that is not
// UTF-8, a quote that is not closed, text after a closing quote, a row with more cells than the head has
// columns. Rows with fewer are filled with empty cells.
Result<std::vector<CsvRow>> parse_csv(std::string_view bytes, const std::string& where);

}  // namespace planmark
