// Which blocks are headings, and how deep.
#pragma once

#include <vector>

#include "extract/draft_block.h"

namespace planmark {

// Marks headings and pull quotes among the paragraphs of the whole document. A heading is short and set
// larger or bolder than the body; its level is the rank of its style (size, weight, colour) among the
// headings of the document.
void mark_headings(std::vector<DraftBlock>& blocks);

}  // namespace planmark
