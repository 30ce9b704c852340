#include "extract/section.h"

#include <vector>

namespace planmark {

void link_sections(Document& document) {
  std::vector<std::uint32_t> open;  // headings above, outermost first
  std::uint32_t introduces = none;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (block.kind == BlockKind::heading)
      while (!open.empty() && document.blocks[open.back()].level >= block.level) open.pop_back();
    block.section = open.empty() ? none : open.back();
    if (block.kind == BlockKind::heading) open.push_back(i);
    if (block.kind == BlockKind::heading || block.kind == BlockKind::paragraph) introduces = i;
    if (block.kind == BlockKind::list_item) block.stem = introduces;
  }
}

}  // namespace planmark
