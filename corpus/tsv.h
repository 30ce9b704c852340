// Tables of the register: tab-separated, UTF-8, one row a line, a head line that names the columns.
// Empty lines and lines that begin with '#' are left out; a cell is taken as it stands, without quoting.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

struct TsvRow {
  std::vector<std::string> cells;  // as many as there are columns, without surrounding spaces
  std::size_t line = 0;            // 1-based, for messages
};

// Requires the head line to name exactly `columns`, in that order.
// Errors name file:line: file missing, not UTF-8, other columns, wrong number of cells.
Result<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path,
                                     const std::vector<std::string>& columns);

// "a; b; c" -> {"a", "b", "c"}; empty items are left out.
std::vector<std::string> split_list(std::string_view cell, char separator = ';');

// Without spaces, tabs and carriage returns at either end.
std::string_view trimmed(std::string_view text);

}  // namespace planmark
