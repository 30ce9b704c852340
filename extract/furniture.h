// Running heads, running feet and page numbers: what a page repeats and a reader skips.
#pragma once

#include <vector>

#include "extract/line.h"

namespace planmark {

// For every page and line: true when the line is furniture. A line is furniture when it stands in the outer
// band of its page and the same text (digits taken as alike) stands at the same height on at least three
// pages, or on a fifth of the pages of a short document; or when it is a page number, which is known by its
// place alone; or when the file marks it as decoration. `sizes` are the pages, `pages[i]` the lines of page
// i.
std::vector<std::vector<bool>> find_furniture(const std::vector<RawPage>& sizes,
                                              const std::vector<std::vector<Line>>& pages);

}  // namespace planmark
