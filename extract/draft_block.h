// A block while the layout is still being decided: its lines, before there is a text to point into.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/line.h"

namespace planmark {

struct DraftCell {
  std::vector<Line> lines;
  std::uint16_t column = 0;
};

struct DraftBlock {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  bool boxed = false;
  std::uint32_t page = 0;
  std::vector<Line> lines;       // empty for a table row
  std::vector<DraftCell> cells;  // table row only: one for every column, empty ones too
  bool head = false;             // table row only: it names the columns
  std::uint32_t table = none;    // table row only
  Box box;                       // on `page`
  LineTag tag;                   // of its first line
  bool marked = false;           // list item: a bullet or number is printed before it
  float marker_x = 0;            // list item: left edge of its bullet or number
  float column_right = 0;        // right edge of the text column it stands in
};

// A table row that turns out to be none: the lines of its cells in order, as a block of another kind.
DraftBlock row_as_lines(DraftBlock row, BlockKind kind);

}  // namespace planmark
