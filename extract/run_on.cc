#include "extract/run_on.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/block_text.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

bool is_running_text(const DraftBlock& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
}

// The rest starts in another column or page: not simply further down.
bool is_elsewhere(const DraftBlock& block, const DraftBlock& rest) {
  const Line &end = block.lines.back(), &start = rest.lines.front();
  return end.page != start.page || start.box.y0 < end.box.y0 || start.box.x0 > end.box.x1;
}

bool is_body(const Line& line, const BodyLook& body) {
  return line.size < 1.07f * body.size && line.bold == body.bold;
}

bool same_look(const Line& end, const Line& start) {
  return end.rotation == start.rotation && std::abs(end.size - start.size) < 0.6f &&
         (end.bold == start.bold || end.words.back().style == start.words.front().style);
}

// The file says that both are parts of one block.
bool is_tagged_as_one(const DraftBlock& block, const DraftBlock& rest) {
  const Line &end = block.lines.back(), &start = rest.lines.front();
  return is_running_text(rest) && !rest.marked && end.tag.element != none &&
         end.tag.element == start.tag.element && same_look(end, start);
}

bool runs_on(const DraftBlock& block, const DraftBlock& rest, const BodyLook& body, bool something_between) {
  if (!is_running_text(block) || block.boxed != rest.boxed || !is_elsewhere(block, rest)) return false;
  if (is_tagged_as_one(block, rest)) return true;
  // Programs that part a tagged item at a page break make two items of it, the second without a bullet.
  const bool unmarked_item = rest.kind == BlockKind::list_item && !rest.marked;
  if (rest.kind != BlockKind::paragraph && !unmarked_item) return false;
  const Line &end = block.lines.back(), &start = rest.lines.front();
  if (ends_sentence(end)) return false;
  if (!same_look(end, start)) return false;
  if (end.page != start.page && end.page + 1 != start.page) return false;
  const char32_t first = first_character(start);
  if (is_lower(first)) return true;
  if (something_between || unmarked_item || !is_body(end, body)) return false;
  const bool digit = first >= '0' && first <= '9';
  if (block.kind == BlockKind::list_item && rest.lines.size() > 2 && !digit) return false;
  const float word = start.words.front().box.x1 - start.words.front().box.x0;
  const bool full = block.column_right - end.box.x1 < word + 1.2f * end.size;
  return full && block.lines.size() + rest.lines.size() > 2;
}

}  // namespace

std::vector<DraftBlock> join_run_on(std::vector<DraftBlock> blocks, const BodyLook& body) {
  std::vector<DraftBlock> joined;
  joined.reserve(blocks.size());
  std::size_t last = blocks.size();  // in `joined`: the last block of running text
  bool between = false;              // a table or caption stands after it
  for (DraftBlock& block : blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) {
      joined.push_back(std::move(block));
      // A footnote of the page on which the text breaks off goes before it.
      if (joined.back().kind == BlockKind::footnote && last < joined.size() - 1 && !between &&
          joined[last].lines.back().page == joined.back().page && !ends_sentence(joined[last].lines.back())) {
        std::rotate(joined.begin() + static_cast<std::ptrdiff_t>(last), joined.end() - 1, joined.end());
        ++last;
      }
      continue;
    }
    if (block.kind == BlockKind::table_row || block.kind == BlockKind::caption) {
      between = true;
      joined.push_back(std::move(block));
      continue;
    }
    if (last < joined.size() && runs_on(joined[last], block, body, between)) {
      for (Line& line : block.lines) joined[last].lines.push_back(std::move(line));
      joined[last].column_right = block.column_right;
    } else {
      last = joined.size();
      joined.push_back(std::move(block));
    }
    between = false;
  }
  return joined;
}

}  // namespace planmark
