// Recognises English words in the picture of a page with Tesseract: the only door to it.
//
// The language data are read where files may be opened (read_english_data(), in the parent) and handed on as
// bytes, so a confined worker can load them. One thread alone is used, whatever OMP_* variables say: a
// confined worker can start none, and several workers share the cores already.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/document.h"
#include "extract/page_picture.h"

namespace tesseract {
class TessBaseAPI;
}

namespace planmark {

struct OcrWord {
  std::string text;        // UTF-8
  Box box;                 // of its ink; pixels of the picture
  float baseline = 0;      // of its printed line, where the word stands; pixels from the top
  float line_height = 0;   // from the ascenders to the descenders of its printed line; pixels
  float confidence = 0;    // 0 to 1, as Tesseract says
  std::uint32_t line = 0;  // words of one printed line have one number, counted from 0 in reading order
};

class Recogniser {
 public:
  // Errors: not_found, when the bytes are not language data that this Tesseract can use.
  static Result<Recogniser> load(std::string_view language_data);
  ~Recogniser();
  Recogniser(Recogniser&&) noexcept;
  Recogniser& operator=(Recogniser&&) noexcept;

  // The words of an upright page in grey, in reading order; none where there are none. Errors: timed_out,
  // after `patience` of processor time; bad_input (the picture is not grey or empty), internal.
  Result<std::vector<OcrWord>> words_of(const PagePicture& picture, std::chrono::milliseconds patience);

 private:
  explicit Recogniser(std::unique_ptr<tesseract::TessBaseAPI> api);
  std::unique_ptr<tesseract::TessBaseAPI> api_;
};

// The English data: eng.traineddata in the folder TESSDATA_PREFIX where that variable is set, otherwise where
// Debian's tesseract-ocr-eng puts it. Errors: not_found, naming what to install.
Result<std::string> read_english_data();

// The version of the library in use, for example "5.3.0".
std::string tesseract_version();

}  // namespace planmark
