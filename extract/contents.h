// Lists of contents: entries that end in leaders and a page number.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/line.h"

namespace planmark {

// Joins the number of an entry, its name, its leaders and its page number to one line without the leaders,
// marked `contents`.
void join_contents_lines(std::vector<Line>& lines);

// The rows of a table that is really a list of contents: texts with rising page numbers in its second of two
// columns.
bool is_contents_table(const std::vector<DraftBlock>& rows);
// Such a row as an entry.
DraftBlock contents_entry(DraftBlock row);

// Marks as contents what stands under a heading "Contents" up to the next heading, every entry with
// leaders, and what is tagged as an entry.
void mark_contents(std::vector<DraftBlock>& blocks);

}  // namespace planmark
