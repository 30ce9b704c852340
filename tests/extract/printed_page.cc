#include "tests/extract/printed_page.h"

namespace planmark {

std::string outline(const Document& document) {
  std::string out;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::table_row) {
      const Span cells = cells_of(document, i);
      const bool head = !cells.empty() && document.cells[cells.begin].head;
      out += head ? "head:" : "row:";
      for (std::uint32_t c = cells.begin; c < cells.end; ++c) {
        if (c > cells.begin) out += " |";
        if (!document.cells[c].span.empty())
          out += " " + std::string(slice(document.text, document.cells[c].span));
      }
    } else {
      out += name_of(block.kind);
      if (block.level > 0) out += std::to_string(block.level);
      out += ": " + std::string(slice(document.text, block.span));
    }
    out += '\n';
  }
  return out;
}

}  // namespace planmark
