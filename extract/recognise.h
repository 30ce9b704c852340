// Reads pages that are pictures: draws them, recognises the words (extract/ocr.h) and puts those in the place
// of the text layer's.
//
// A page counts as recognised when the mean confidence over its characters is least_confident or more.
// The number lies between the pages of one scanned plan, which Tesseract 5.3 read well at 300 dpi (0.89 to
// 0.97), and pages of hard scans that it read badly (0.40 to 0.67); photographs, handwriting and pages on
// their side were not measured. A page below it keeps the words that it had.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/ocr.h"
#include "extract/raw_document.h"

namespace planmark {

inline constexpr float least_confident = 0.7F;
inline constexpr std::uint32_t ocr_dpi = 300;            // what Tesseract's data are made for
inline constexpr std::chrono::seconds ocr_patience{30};  // of processor time, for a page

// Draws and recognises `pages` (0-based; others are passed over) of the document in `bytes`, from which `raw`
// was read. A page that cannot be drawn stays as it was and is named in the problems. Errors: those of
// Recogniser::load().
// Not safe against hostile input by itself: run it in a worker (extract/pool.h).
Result<void> recognise_pages(RawDocument& raw, std::string_view bytes, const std::string& password,
                             std::string_view language_data, const std::vector<std::uint32_t>& pages);

// What was recognised on one page, and how the picture measures.
struct PageWords {
  std::uint32_t page = 0;
  std::uint32_t dpi = ocr_dpi;
  std::vector<OcrWord> words;
};

// Puts the words of each page that is recognised with confidence in the place of what was there, in the style
// "OCR". Sizes near that of most of the text are made equal, as Tesseract measures each line anew and layout
// takes a change of size for a heading. A single letter that cannot stand alone at the beginning of a line is
// a bullet.
void put_words(RawDocument& raw, std::vector<PageWords> recognised);

}  // namespace planmark
