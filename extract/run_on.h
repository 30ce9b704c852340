// Paragraphs and list items that run on over a column or page break.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/heading.h"

namespace planmark {

// The rest of a block that was cut by the end of its column or page is moved to the block. Furniture, tables
// and captions between the two then follow it, footnotes of the page it begins on go before it. Requires:
// footnotes are marked, headings are not.
std::vector<DraftBlock> join_run_on(std::vector<DraftBlock> blocks, const BodyLook& body);

}  // namespace planmark
