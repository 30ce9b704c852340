// The structure tree of a tagged PDF: what its author's program says each marked content of a page is.
#pragma once

#include "extract/raw_document.h"

class PDFDoc;

namespace planmark {

// Fills RawDocument::elements and RawPage::elements, whose pages exist already. A tree that is broken, goes
// round in a ring or is larger than any document's gives what was read of it up to there. Content that a page
// takes from elsewhere (a form) has no element.
void read_tags(PDFDoc& pdf, RawDocument& document);

}  // namespace planmark
