// Reads the words, boxes, styles, ruling and bookmarks of a PDF with Poppler.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/raw_document.h"

namespace planmark {

// Every page of the PDF in `bytes`. Errors: those of open_pdf() (extract/open_pdf.h); damaged, when no page
// can be had. A page that fails inside a document that opens is kept as an empty page and named in
// `problems`. Not safe against hostile input by itself: run it in a worker (extract/pool.h).
Result<RawDocument> read_pdf(std::string_view bytes, const std::string& password = {});

}  // namespace planmark
