// Words gathered into printed lines: the first step of the layout.
//
// A Line is a run of words on one baseline without a wide gap. Two columns give two lines at the same height,
// the cells of a table row one line each. The order of the lines is that in which the page draws them (raw
// order).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/item_marker.h"
#include "extract/raw_document.h"

namespace planmark {

// What a believed structure tree says of a line (extract/tags.h).
struct LineTag {
  std::uint32_t element = none;  // which block of the tree
  TagKind kind = TagKind::other;
  std::uint8_t level = 0;                  // of a heading; 0: not said
  bool in_figure = false;                  // stands in a drawing: a label of it, say
  std::uint32_t row = none, table = none;  // elements, of a cell
  std::uint16_t column = 0, columns = 0;   // of a cell: its first, and how many the table has
};

class Tags;

struct LineWord {
  std::string
      text;  // cleaned: NFC-like letters for ligatures, no soft hyphens, no control characters; never empty
  Box box;
  std::uint32_t style = 0;
  bool space_after = true;
  std::uint32_t element = none;  // which block of the structure tree
};

struct Line {
  std::vector<LineWord> words;  // never empty
  Box box;
  std::uint32_t page = 0;
  std::uint32_t order = 0;    // place of its first word in the page's drawing order
  std::int16_t rotation = 0;  // 0, 90, 180, 270
  float size = 0;             // points: the size in which most of its characters are set
  bool bold = false;          // every word is
  bool italic = false;        // every word is
  bool artifact = false;      // the file marks every word as decoration of the page
  bool contents = false;      // an entry of a contents list with leaders and page number
  std::uint32_t colour = 0;   // of most characters
  std::uint32_t characters = 0;
  LineTag tag;  // where most of its words agree

  float height() const { return box.y1 - box.y0; }
  float middle() const { return (box.y0 + box.y1) / 2; }
};

// Lines of a page in drawing order. Words without a place or without text are left out, words printed twice
// at one place (shadows, false bold) are taken once; cells of a tagged table share no line. Requires: at
// least one style.
std::vector<Line> lines_of(const RawPage& page, std::uint32_t index, const std::vector<Style>& styles,
                           const Tags& tags);

// Box, size, bold, italic, colour and characters of the line from its words.
void measure(Line& line, const std::vector<Style>& styles);

void grow(Box& box, const Box& other);
// Length of what two ranges share; negative: the gap between them.
inline float shared(float a0, float a1, float b0, float b1) {
  return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0);
}

}  // namespace planmark
