// What a block is besides heading, paragraph, list item and row: by its first words, its place and its
// section.
#pragma once

#include <vector>

#include "extract/draft_block.h"
#include "extract/heading.h"
#include "extract/raw_document.h"

namespace planmark {

// Small print at the foot of a page that begins with a number or sign is a footnote.
void mark_footnotes(std::vector<DraftBlock>& blocks, const BodyLook& body, const std::vector<RawPage>& pages);

// "Figure 3: ..." and "Source: ..." are captions; what stands under "Glossary" or "References" is an entry of
// it; words set apart in quotation marks, italics or larger type are quotes, and so is the name of the
// speaker after them. Requires: headings are marked.
void mark_kinds(std::vector<DraftBlock>& blocks, const BodyLook& body);

// List items: depth by the place of their bullets or numbers.
void mark_list_levels(std::vector<DraftBlock>& blocks);

// `boxed` for text on a panel: a fill or frame that holds text and is not the whole page.
void mark_panels(std::vector<DraftBlock>& blocks, const std::vector<RawPage>& pages);

}  // namespace planmark
