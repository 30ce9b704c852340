// Tables that run over a page break.
#pragma once

#include <vector>

#include "extract/draft_block.h"

namespace planmark {

// A table that stands first on its page, directly after a table with the same columns on the page before, is
// the same table: its repeated head becomes furniture, a row that was cut by the break is joined (and then
// belongs to the page it begins on). Tables are numbered anew from 0.
std::vector<DraftBlock> join_continued_tables(std::vector<DraftBlock> blocks);

}  // namespace planmark
