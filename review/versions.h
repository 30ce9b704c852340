// What made an extraction or an analysis. Rows made by other versions are made anew by the next run.
#pragma once

#include <string>

namespace planmark {

struct ExtractionVersion {
  std::string planmark, poppler;
  // Tesseract's, where it was allowed to recognise pages; otherwise empty. To ask for it touches only the
  // documents that it concerns: others count as read by every version, and so does what it has recognised
  // when it is not asked for.
  std::string tesseract{};
  friend bool operator==(const ExtractionVersion&, const ExtractionVersion&) = default;
};

struct AnalysisVersion {
  std::string planmark, lexicon, icu, re2;
  friend bool operator==(const AnalysisVersion&, const AnalysisVersion&) = default;
};

}  // namespace planmark
