// The size of fonts whose letters are drawn by the file itself ("Type 3"). Browsers embed OpenType fonts with
// PostScript outlines so, scanners and TeX their bitmaps.
//
// Such a font has units of its own, and the size that text is set in is only by custom the height of a line:
// Poppler guesses from the width of one letter, which makes the text up to half or twice its size.
#pragma once

#include <string>
#include <vector>

namespace planmark {

struct DrawnGlyph {
  std::string name;      // may be empty
  char32_t meaning = 0;  // 0 when it is not known
  double width = 0;      // as a part of the size that the text is set in
};

struct DrawnFont {
  std::vector<DrawnGlyph> glyphs;  // by code
  double across = 0, up = 0;       // scale of the font matrix along the line and across it
  double box_height = 0;           // of the font's bounding box, in units of the font; 0 when it gives none
};

// The height of the letters' em, as a part of the size that the text is set in. Nearly always 1; other where
// the letters are far from as wide as those of common faces or, for want of letters, the box is far higher.
double em_of(const DrawnFont& font);

// What Poppler 22.12 takes for it.
double em_guessed_by_poppler(const DrawnFont& font);

}  // namespace planmark
