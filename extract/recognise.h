// Reads pages that are pictures: draws them, recognises the words (extract/recognise_upright.h) and puts
// those in the place of the text layer's.
//
// A page counts as recognised when the mean confidence over its characters is least_confident or more; one
// below it keeps the words that it had. Measured with Tesseract 5.3 on pages of ten invented plans, drawn at
// 50 to 300 dpi, with noise, askew and turned (scripts/ocr_accuracy): of every page that was straight and had
// 0.76 and more, nine words of ten or more were right; of those with 0.7 to 0.76 nearly so many; of those
// with less, all but one had fewer, down to none. Photographs and handwriting were not measured. A page that
// is askew by 3 degrees loses a quarter of its words, by 7 half of them and more, and is not less confident
// (0.84).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/ocr.h"
#include "extract/raw_document.h"
#include "extract/recognise_upright.h"

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

// Puts the words of each page that is recognised with a confidence of `least` or more in the place of what
// was there, in the style "OCR". Sizes near that of most of the text are made equal, as Tesseract measures
// each line anew and layout takes a change of size for a heading. A single letter that cannot stand alone at
// the beginning of a line is a bullet.
void put_words(RawDocument& raw, std::vector<PageWords> recognised, float least = least_confident);

}  // namespace planmark
