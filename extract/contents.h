// Lists of contents: entries that end in leaders and a page number.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/line.h"

namespace planmark {

// Joins an entry, its leaders and its page number to one line without the leaders, marked `contents`.
void join_contents_lines(std::vector<Line>& lines);

// Marks as contents what stands under a heading "Contents" up to the next heading, and every entry with
// leaders.
void mark_contents(std::vector<DraftBlock>& blocks);

}  // namespace planmark
