// Recognises the words of a page's picture whichever way up they stand.
//
// Tesseract reads upright lines, and sideways ones turned clockwise; of those that are turned the other way
// or upside down it makes nonsense, with a mean confidence of 0.2 to 0.35 where the same page upright has
// 0.95 (Tesseract 5.3, 13 pages of ten plans each way). So a page whose lines lie on their side, or of which
// Tesseract is not sure, is tried each other way in a picture of half the size, and the way with the most
// confidence is read whole.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/ocr.h"
#include "extract/page_picture.h"

namespace planmark {

// What was recognised on one page, and how its picture measures.
struct PageWords {
  std::uint32_t page = 0;
  std::uint32_t dpi = 0;
  std::vector<OcrWord> words;  // where they stand in the picture turned back by `turn`
  std::int16_t turn = 0;       // by how much the words are turned clockwise on the page: 0, 90, 180, 270
};

std::uint32_t characters_in(std::string_view text);

// Over the characters, 0 to 1; of no words 0.
float mean_confidence(const std::vector<OcrWord>& words);

// Errors: those of Recogniser::words_of(); `patience` is for all tries together.
Result<PageWords> recognise_upright(Recogniser& recogniser, const PagePicture& picture,
                                    std::chrono::milliseconds patience);

}  // namespace planmark
