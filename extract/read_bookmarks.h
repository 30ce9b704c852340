// The bookmarks that a PDF offers its readers.
#pragma once

#include <vector>

#include "extract/raw_document.h"

class PDFDoc;

namespace planmark {

// In the order in which they are shown, at most 10,000, levels up to 8.
std::vector<RawBookmark> read_bookmarks(PDFDoc& pdf);

}  // namespace planmark
