// Whether a page could be read, and why not.
#pragma once

#include <vector>

#include "extract/line.h"
#include "extract/raw_document.h"

namespace planmark {

struct PageVerdict {
  PageState state = PageState::text;
  const char* reason = "";
};

// A page that was recognised is text. Otherwise:
// blank: nothing is printed. unreadable: "picture without text" (an image or drawing takes much of a page
// that has hardly any text), "no word map" (the file does not say what its characters mean), "damaged"
// (nothing could be read and the content of the page is broken); "picture, OCR not confident" and "no word
// map, OCR not confident" (or "OCR too slow") where recognising was tried in vain.
PageVerdict state_of(const RawPage& page, const std::vector<Line>& lines);

// Whether recognising the page's picture could help: it has not been tried and the page has one of the first
// two reasons.
bool wants_ocr(const Page& page);

}  // namespace planmark
