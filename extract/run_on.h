// Paragraphs and list items that run on over a column or page break.
#pragma once

#include <vector>

#include "extract/draft_block.h"

namespace planmark {

// The rest of a block that was cut by the end of its column or page is moved to the block; furniture between
// the two then follows it.
std::vector<DraftBlock> join_run_on(std::vector<DraftBlock> blocks);

}  // namespace planmark
