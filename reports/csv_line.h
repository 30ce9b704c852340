// Writing comma-separated values: RFC 4180, lines ended by CR LF. Spreadsheets know UTF-8 by csv_begin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

inline constexpr std::string_view csv_begin = "\xEF\xBB\xBF";

std::string csv_line(const std::vector<std::string>& cells);

// What a spreadsheet would run as a formula (it begins with =, +, -, @, a tab or a return) with an apostrophe
// before it: for text that comes from documents or people. OWASP, "CSV Injection".
std::string without_formula(std::string_view text);

}  // namespace planmark
