// A Word document (.docx) that is built from its beginning to its end: WordprocessingML of ECMA-376 in a ZIP
// archive (corpus/zip_archive.h).
//
// Headings are heading styles, so that there is an outline; the first row of a table is its head and stands
// on every page; a picture has its alternative text. The same calls give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

class WordDocument {
 public:
  enum class Style : std::uint8_t { normal, quote, small, warning };

  // `mark` stands in red at the head of every page, unless it is empty.
  WordDocument(std::string title, std::string mark) : title_(std::move(title)), mark_(std::move(mark)) {}

  void heading(unsigned level, std::string_view text);  // 1 to 4; 0 is the title
  void paragraph(std::string_view text, Style style = Style::normal);
  // The first row is the head. `widths`: of each column, in hundredths of the page's; empty: all the same. A
  // line end in a cell begins a new line.
  void table(const std::vector<std::vector<std::string>>& rows, const std::vector<unsigned>& widths = {});
  // As wide as the page. Requires: a PNG of that many dots.
  void picture(std::string png, unsigned width, unsigned height, std::string_view alternative);

  // Errors: those of zip_of().
  Result<std::string> bytes() const;

 private:
  std::string title_, mark_, body_;
  std::vector<std::string> pictures_;
};

}  // namespace planmark
