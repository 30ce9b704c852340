// What made an extraction or an analysis. Rows made by other versions are made anew by the next run.
#pragma once

#include <string>

namespace planmark {

struct ExtractionVersion {
  std::string planmark, poppler;
  friend bool operator==(const ExtractionVersion&, const ExtractionVersion&) = default;
};

struct AnalysisVersion {
  std::string planmark, lexicon, icu, re2;
  friend bool operator==(const AnalysisVersion&, const AnalysisVersion&) = default;
};

}  // namespace planmark
