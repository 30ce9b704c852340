// Which blocks are headings, and how deep.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/raw_document.h"

namespace planmark {

// The look in which most of the text is set.
struct BodyLook {
  float size = 10;
  bool bold = false;
};

BodyLook body_look(const std::vector<DraftBlock>& blocks);

// Marks the headings of the whole document. A heading is short and set larger or bolder than the body, or
// named by a bookmark of its page, or tagged as one. Its level is the rank of its look (size, then weight)
// among the looks that return; bookmarks, where there are any, say the level of a look, and so do tags.
void mark_headings(std::vector<DraftBlock>& blocks, const BodyLook& body,
                   const std::vector<RawBookmark>& bookmarks);

}  // namespace planmark
