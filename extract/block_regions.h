// Where the text of a span stands on a page, as few boxes as show it.
#pragma once

#include <vector>

#include "extract/document.h"

namespace planmark {

// Boxes around the lines of `span` that stand on the page, in reading order: lines that follow each other
// down one column are one box; where the text goes on in another column, or after a wide gap, begins another.
std::vector<Box> regions_of(const Document& document, Span span, std::uint32_t page);

}  // namespace planmark
