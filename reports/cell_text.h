// Text as a cell of a spreadsheet holds it.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// The text valid, without control characters but line ends, with an apostrophe before what a spreadsheet
// would take for a formula, and of at most most_cell_units (of UTF-16, as they are counted there): what is
// longer ends with `cut_mark`.
std::string cell_text(std::string_view text);
inline constexpr std::string_view cut_mark = "… [cut here: the whole is in the workspace]";
inline constexpr std::size_t most_cell_units = 32'767;

}  // namespace planmark
