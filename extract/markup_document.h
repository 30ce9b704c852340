// A Document made from a few lines of Markdown, so that an example shows its input: headings (#), list items
// (-, the paragraph or heading before them is their stem), tables (| a | b |, first row is the head), quotes
// (>), paragraphs (lines up to a blank one). "\f" on a line of its own begins a new page. Words carry no
// boxes.
#pragma once

#include <string_view>

#include "extract/document.h"

namespace planmark {

Document document_from_markup(std::string_view markup);

}  // namespace planmark
