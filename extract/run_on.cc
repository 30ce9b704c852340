#include "extract/run_on.h"

#include <cmath>
#include <utility>

#include "extract/block_text.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

bool is_running_text(const DraftBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
         block.kind == BlockKind::quote || block.kind == BlockKind::footnote;
}

// The rest starts in another column or page: not simply further down.
bool is_elsewhere(const DraftBlock& block, const DraftBlock& rest) {
  const Line &end = block.lines.back(), &start = rest.lines.front();
  return end.page != start.page || start.box.y0 < end.box.y0 || start.box.x0 > end.box.x1;
}

bool runs_on(const DraftBlock& block, const DraftBlock& rest) {
  if (!is_running_text(block) || rest.kind != BlockKind::paragraph) return false;
  if (block.lines.empty() || rest.lines.empty() || block.boxed != rest.boxed) return false;
  if (ends_sentence(block.lines.back()) || !is_elsewhere(block, rest)) return false;
  const Line &end = block.lines.back(), &start = rest.lines.front();
  if (end.rotation != start.rotation || std::abs(end.size - start.size) > 0.6f || end.bold != start.bold)
    return false;
  const bool lower = is_lower(first_character(start));
  const float room = block.column_right - end.box.x1;
  const bool full = room < (start.words.front().box.x1 - start.words.front().box.x0) + 1.2f * end.size;
  if (block.kind == BlockKind::list_item && !lower && rest.lines.size() > 2) return false;
  return lower || (full && block.lines.size() + rest.lines.size() > 2);
}

}  // namespace

std::vector<DraftBlock> join_run_on(std::vector<DraftBlock> blocks) {
  std::vector<DraftBlock> joined;
  joined.reserve(blocks.size());
  std::size_t last = blocks.size();  // in `joined`: the last block that is not furniture
  for (DraftBlock& block : blocks) {
    if (block.kind == BlockKind::furniture) {
      joined.push_back(std::move(block));
      continue;
    }
    if (last < joined.size() && runs_on(joined[last], block)) {
      for (Line& line : block.lines) joined[last].lines.push_back(std::move(line));
      joined[last].column_right = block.column_right;
      continue;
    }
    last = joined.size();
    joined.push_back(std::move(block));
  }
  return joined;
}

}  // namespace planmark
