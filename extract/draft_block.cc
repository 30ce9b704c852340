#include "extract/draft_block.h"

#include <utility>

namespace planmark {

DraftBlock row_as_lines(DraftBlock row, BlockKind kind) {
  DraftBlock block;
  block.kind = kind;
  block.page = row.page;
  block.box = row.box;
  for (DraftCell& cell : row.cells)
    for (Line& line : cell.lines) block.lines.push_back(std::move(line));
  return block;
}

}  // namespace planmark
