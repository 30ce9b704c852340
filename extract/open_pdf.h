// Opens a PDF with Poppler, or says why it cannot be opened: what every file that uses Poppler's core headers
// begins with. Those files are read_*.cc, render_page.cc and page_recorder.*; nobody else names its types.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

class PDFDoc;
class GooString;

namespace planmark {

// The document in `bytes`, which must outlive it. `password` opens an encrypted file; the empty one is tried
// first. Errors: not_pdf (with what the bytes look like instead), damaged (no page can be had), encrypted,
// too_large (it claims more pages than are read).
// Not safe against hostile input by itself: call it in a worker (extract/pool.h).
Result<std::shared_ptr<PDFDoc>> open_pdf(std::string_view bytes, const std::string& password);

// A text string of the file in UTF-8; nullptr gives an empty one.
std::string text_of(const GooString* pdf_string);

// Syntax errors that Poppler has reported in this thread so far: the difference of two calls is what lies
// between them.
std::uint32_t mistakes_so_far();

// Colours through the colour profiles that a file carries, in this thread, for as long as this lives.
// Otherwise they are refused: Poppler rebuilds a colour transform for every page of such a file, which costs
// up to ten times the reading of its text.
class TrueColours {
 public:
  TrueColours();
  ~TrueColours();
  TrueColours(const TrueColours&) = delete;
  TrueColours& operator=(const TrueColours&) = delete;
};

// Loads the tables that the library keeps on disk. A process that may open no file inherits them; otherwise
// open_pdf() does it when first called.
void prepare_to_read_pdf();

// The version of the library in use, for example "22.12.0".
std::string poppler_version();

}  // namespace planmark
