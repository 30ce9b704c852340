// From blocks of lines to the text of a Document, and the spans of everything in it.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/hyphen.h"

namespace planmark {

// Fills text, blocks (kind, level, boxed, table), cells, words and the spans of `pages` (which must be there)
// from blocks in reading order, ordered by the page they begin on. A table row that runs over a page break
// belongs to the page it begins on; its words keep their own page.
void write_text(const std::vector<DraftBlock>& blocks, const Vocabulary& vocabulary, Document& document);

}  // namespace planmark
