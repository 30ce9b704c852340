// What a spreadsheet keeps as a number, as the text that it stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planmark {

// "3", "0.3", "-1.5e+20": with the 15 digits that spreadsheets show at most, whatever the locale.
std::string number_text(double value);

// "2026-03-01", "2026-03-01T10:30:00", or "10:30:00" of less than a day. Days are counted from 1900, or from
// 1904 in workbooks that say so. nullopt for what is no day of the years 1900 to 9999, and for the first
// sixty, which programs count differently.
std::optional<std::string> date_text(double days, bool from_1904);

// Whether numbers of this format are days: `id` below 164 is a format that every program knows, `code` is
// what the workbook says of the others ("yyyy\-mm\-dd").
bool is_date_format(std::uint32_t id, std::string_view code);

}  // namespace planmark
