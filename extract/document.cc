#include "extract/document.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/value_named.h"

namespace planmark {
namespace {

constexpr std::array page_states = {PageState::text, PageState::blank, PageState::unreadable};
constexpr std::array block_kinds = {BlockKind::heading,   BlockKind::paragraph, BlockKind::list_item,
                                    BlockKind::table_row, BlockKind::caption,   BlockKind::quote,
                                    BlockKind::contents,  BlockKind::footnote,  BlockKind::furniture,
                                    BlockKind::glossary,  BlockKind::reference};

std::uint32_t index_in(const auto& list, auto place) {
  return static_cast<std::uint32_t>(std::distance(list.begin(), place));
}

// The last of `list`, sorted by span, that begins at or before `at`; end() when all begin later.
auto last_at_or_before(const auto& list, std::uint32_t at) {
  const auto after = std::ranges::upper_bound(list, at, {}, [](const auto& each) { return each.span.begin; });
  return after == list.begin() ? list.end() : std::prev(after);
}

bool on_one_line(const Box& a, const Box& b) {
  const float middle = (b.y0 + b.y1) / 2;
  return middle >= a.y0 && middle <= a.y1 && b.x0 >= a.x0;
}

Box around(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace

const char* name_of(PageState state) {
  switch (state) {
    case PageState::text:
      return "text";
    case PageState::blank:
      return "blank";
    case PageState::unreadable:
      return "unreadable";
  }
  return "unreadable";
}

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "list-item";
    case BlockKind::table_row:
      return "table-row";
    case BlockKind::caption:
      return "caption";
    case BlockKind::quote:
      return "quote";
    case BlockKind::contents:
      return "contents";
    case BlockKind::footnote:
      return "footnote";
    case BlockKind::furniture:
      return "furniture";
    case BlockKind::glossary:
      return "glossary";
    case BlockKind::reference:
      return "reference";
  }
  return "paragraph";
}

bool parse_name(std::string_view name, PageState& state) { return find_named(name, page_states, state); }

bool parse_name(std::string_view name, BlockKind& kind) { return find_named(name, block_kinds, kind); }

std::uint32_t page_at(const Document& document, std::uint32_t at) {
  // A page without text shares its begin with the page after it; the byte belongs to the last of them.
  const auto page = last_at_or_before(document.pages, at);
  return page == document.pages.end() ? 0 : index_in(document.pages, page);
}

std::uint32_t block_at(const Document& document, std::uint32_t at) {
  const auto block = last_at_or_before(document.blocks, at);
  return block != document.blocks.end() && block->span.contains(at) ? index_in(document.blocks, block) : none;
}

bool is_recognised(const Document& document, Span span) {
  if (document.pages.empty()) return false;
  const std::uint32_t last = page_at(document, span.end > span.begin ? span.end - 1 : span.begin);
  for (std::uint32_t page = page_at(document, span.begin); page <= last; ++page)
    if (document.pages[page].ocr) return true;
  return false;
}

Span words_in(const Document& document, Span span) {
  const auto first = std::ranges::upper_bound(document.words, span.begin, {},
                                              [](const Word& word) { return word.span.end; });
  const auto last =
      std::lower_bound(first, document.words.end(), span.end,
                       [](const Word& word, std::uint32_t end) { return word.span.begin < end; });
  return {index_in(document.words, first), index_in(document.words, last)};
}

std::vector<PageBox> boxes_of(const Document& document, Span span) {
  std::vector<PageBox> lines;
  const Span words = words_in(document, span);
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const Word& word = document.words[i];
    if (!lines.empty() && lines.back().page == word.page && on_one_line(lines.back().box, word.box))
      lines.back().box = around(lines.back().box, word.box);
    else
      lines.push_back({word.page, word.box});
  }
  return lines;
}

Span cells_of(const Document& document, std::uint32_t block) {
  const auto block_of = [](const Cell& cell) { return cell.block; };
  const auto first = std::ranges::lower_bound(document.cells, block, {}, block_of);
  const auto last = std::ranges::upper_bound(document.cells, block, {}, block_of);
  return {index_in(document.cells, first), index_in(document.cells, last)};
}

Span column_head(const Document& document, const Cell& cell) {
  if (cell.block >= document.blocks.size()) return {};
  const std::uint32_t table = document.blocks[cell.block].table;
  // Rows of a table follow each other, at most with furniture of a page break between them.
  for (std::uint32_t row = cell.block; row-- > 0;) {
    const Block& above = document.blocks[row];
    if (above.kind == BlockKind::furniture) continue;
    if (above.kind != BlockKind::table_row || above.table != table) break;
    const Span cells = cells_of(document, row);
    for (std::uint32_t i = cells.begin; i < cells.end; ++i)
      if (document.cells[i].head && document.cells[i].column == cell.column) return document.cells[i].span;
  }
  return {};
}

std::vector<std::uint32_t> section_path(const Document& document, std::uint32_t block) {
  std::vector<std::uint32_t> path;
  while (block < document.blocks.size()) {
    const std::uint32_t above = document.blocks[block].section;
    if (above == none || above >= block) break;
    path.push_back(above);
    block = above;
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace planmark
