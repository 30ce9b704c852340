#include "tests/support/outline.h"

#include "base/format.h"

namespace planmark {
namespace {

std::string row_of(const Document& document, std::uint32_t block) {
  std::string line = "|";
  bool head = false;
  const Span cells = cells_of(document, block);
  for (std::uint32_t i = cells.begin; i < cells.end; ++i) {
    line += format(" {} |", slice(document.text, document.cells[i].span));
    head = head || document.cells[i].head;
  }
  return line + (head ? "=" : "");
}

std::string kind_of(const Block& block) {
  if (block.kind == BlockKind::heading) return format("h{}", block.level);
  if (block.kind == BlockKind::list_item) return format("li{}", block.level);
  return block.kind == BlockKind::paragraph ? "p" : name_of(block.kind);
}

}  // namespace

std::string outline_of(const Document& document) {
  std::string outline;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.boxed) outline += "box ";
    outline += block.kind == BlockKind::table_row
                   ? row_of(document, i)
                   : format("{} {}", kind_of(block), slice(document.text, block.span));
    outline += '\n';
  }
  return outline;
}

}  // namespace planmark
