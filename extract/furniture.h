// Running heads, running feet and page numbers: what a page repeats and a reader skips.
#pragma once

#include <vector>

#include "extract/line.h"

namespace planmark {

// For every page and line: true when the line is furniture. A line in the outer band of its page is furniture
// when the same text, or the same first words, stand at the same height on at least three pages, or on a
// fifth of the pages of a short document (digits taken as alike); when it is a page number, which is known by
// its place alone; or when the file marks it as decoration. Column heads of tables that repeat are none. Rules made of dots or dashes are furniture
// wherever they stand. `sizes` are the pages, `pages[i]` the lines of page i.
std::vector<std::vector<bool>> find_furniture(const std::vector<RawPage>& sizes,
                                              const std::vector<std::vector<Line>>& pages);

}  // namespace planmark
