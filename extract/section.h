// Which heading every block stands under, and what introduces a list.
#pragma once

#include "extract/document.h"

namespace planmark {

// Fills Block::section and Block::stem from the kinds and levels of the blocks.
void link_sections(Document& document);

}  // namespace planmark
