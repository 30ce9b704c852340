// Reads the words, boxes, styles, ruling and bookmarks of a PDF with Poppler: the only door to its core
// headers.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/raw_document.h"

namespace planmark {

// Every page of the PDF in `bytes`. `password` opens an encrypted file; the empty one is tried first.
// Errors: not_pdf (with what the bytes look like instead), damaged (no page can be had), encrypted.
// A page that fails inside a document that opens is kept as an empty page and named in `problems`.
// Not safe against hostile input by itself: run it in a worker (extract/pool.h).
Result<RawDocument> read_pdf(std::string_view bytes, const std::string& password = {});

// Loads the tables that the library keeps on disk. A process that may open no file inherits them; otherwise
// read_pdf() does it when first called.
void prepare_to_read_pdf();

// The version of the library in use, for example "22.12.0".
std::string poppler_version();

}  // namespace planmark
