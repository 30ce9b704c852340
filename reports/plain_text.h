// Text from documents made fit for a terminal: without control characters, and wrapped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// Valid UTF-8 in one line: every run of spaces, tabs and line ends is one space, none at the ends; control
// characters and marks that reverse the direction of text are dropped, so that a document cannot write to the
// terminal by itself.
std::string printable(std::string_view text);

// Columns that printable text takes. Counts characters: combining and double-width ones are not told apart.
std::size_t columns_of(std::string_view text);

// Lines of at most `width` columns, broken at spaces; a word longer than a line is broken where the line
// ends. Requires: width > 0. Empty text gives no line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// `text`, or its beginning and "…" in `width` columns. Requires: width > 0.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace planmark
