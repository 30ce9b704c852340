#include "extract/block_kind.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "extract/block_text.h"
#include "extract/kind_by_words.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return text.starts_with(s); });
}

bool is_caption(const DraftBlock& block) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::heading) return false;
  if (block.lines.size() > 4 || characters_in(block) > 300) return false;
  return block.tag.kind == TagKind::caption || starts_like_caption(lower_text_of(block));
}

bool starts_like_footnote(const DraftBlock& block) {
  const std::string& word = block.lines.front().words.front().text;
  if (word == "*" || word == "†" || word == "‡" || word.starts_with("*")) return true;
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  return digits > 0 && digits <= 3;
}

// From the foot of the page upwards: small print until the first block of body size.
void mark_page_footnotes(std::vector<DraftBlock>& blocks, std::size_t first, std::size_t last,
                         const BodyLook& body, float page_height) {
  for (std::size_t i = last; i-- > first;) {
    DraftBlock& block = blocks[i];
    if (block.kind == BlockKind::furniture) continue;
    const bool small = !block.lines.empty() && block.lines.front().size < 0.92f * body.size;
    const bool text = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
    if (!small || !text || block.box.y0 < 0.5f * page_height) return;
    if (!starts_like_footnote(block)) continue;
    block.kind = BlockKind::footnote;
    block.level = 0;
  }
}

void mark_entries(std::vector<DraftBlock>& blocks) {
  ListSection section = ListSection::other;
  std::uint8_t level = 0;
  for (DraftBlock& block : blocks) {
    if (block.kind == BlockKind::heading) {
      const ListSection named = section_named(lower_text_of(block));
      if (named == ListSection::other && section != ListSection::other && block.level > level) continue;
      section = named;
      level = block.level;
    }
    if (section == ListSection::other) continue;
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
    if (section == ListSection::glossary && characters_in(block) > 600) continue;
    block.kind = section == ListSection::glossary ? BlockKind::glossary : BlockKind::reference;
    block.level = 0;
  }
}

bool is_italic(const DraftBlock& block) {
  return std::all_of(block.lines.begin(), block.lines.end(), [](const Line& l) { return l.italic; });
}

bool opens_quote(std::string_view text) { return starts_with_any(text, {"“", "\"", "‘"}); }

// Set apart as a whole: opened and closed by quotation marks, or larger than the text around and no heading.
bool is_quote(const DraftBlock& block, const BodyLook& body) {
  if (block.kind != BlockKind::paragraph || block.lines.empty()) return false;
  const std::size_t characters = characters_in(block);
  if (characters < 20 || characters > 900) return false;
  const Line& first = block.lines.front();
  const bool large = first.size > 1.12f * body.size && !first.bold;
  const bool italic = is_italic(block);
  const std::string text = text_of(block);
  if (text.starts_with("‘") && !large && !italic) return false;
  const bool closed =
      text.ends_with("”") || text.ends_with("\"") || text.ends_with("’") || text.ends_with("'");
  if (opens_quote(text) && (closed || large || italic)) return true;
  return large && ends_sentence(block.lines.back()) && last_mark(block.lines.back()) != ':' &&
         characters < 400;
}

// Set in the italics of the quote, wherever the next column or page puts it.
bool is_in_same_hand(const DraftBlock& block, const DraftBlock& quote) {
  const float size = block.lines.front().size / quote.lines.front().size;
  return characters_in(block) < 60 && is_italic(block) && is_italic(quote) && size > 0.75f && size < 1.05f &&
         last_mark(block.lines.back()) != '.' && last_mark(block.lines.back()) != ':' &&
         block.page <= quote.page + 1;
}

bool is_speaker(const DraftBlock& block, const DraftBlock& quote) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::heading) return false;
  if (is_in_same_hand(block, quote)) return true;
  if (block.page != quote.page || block.lines.size() > 3 || characters_in(block) > 140) return false;
  const bool dashed = starts_with_any(block.lines.front().words.front().text, {"–", "—", "-"});
  const float below = block.box.y0 - quote.box.y1;
  if (below < -1 || below > 2.5f * block.lines.front().size) return false;
  if (block.kind == BlockKind::heading && block.lines.front().size > 1.1f * quote.lines.front().size)
    return false;
  const bool indented =
      block.box.x0 > quote.box.x0 - 2 && quote.lines.front().size > block.lines.front().size * 0.9f;
  return dashed || (indented && last_mark(block.lines.back()) != '.' && last_mark(block.lines.back()) != ':');
}

void mark_quotes(std::vector<DraftBlock>& blocks, const BodyLook& body) {
  const DraftBlock* last_quote = nullptr;
  for (DraftBlock& block : blocks) {
    if (block.kind == BlockKind::furniture) continue;
    if (is_quote(block, body)) {
      block.kind = BlockKind::quote;
      last_quote = &block;
      continue;
    }
    if (last_quote && is_speaker(block, *last_quote)) {
      block.kind = BlockKind::quote;
      block.level = 0;
    }
    last_quote = nullptr;
  }
}

}  // namespace

void mark_footnotes(std::vector<DraftBlock>& blocks, const BodyLook& body,
                    const std::vector<RawPage>& pages) {
  for (std::size_t first = 0; first < blocks.size();) {
    std::size_t last = first + 1;
    while (last < blocks.size() && blocks[last].page == blocks[first].page) ++last;
    mark_page_footnotes(blocks, first, last, body, pages[blocks[first].page].height);
    first = last;
  }
}

void mark_kinds(std::vector<DraftBlock>& blocks, const BodyLook& body) {
  for (DraftBlock& block : blocks) {
    if (!is_caption(block)) continue;
    block.kind = BlockKind::caption;
    block.level = 0;
  }
  mark_quotes(blocks, body);
  mark_entries(blocks);
}

void mark_list_levels(std::vector<DraftBlock>& blocks) {
  constexpr float step = 5;     // points: bullets nearer than this stand at one depth
  constexpr float column = 70;  // a larger step is another column
  std::vector<float> depths;
  const DraftBlock* before = nullptr;
  for (DraftBlock& block : blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) continue;
    if (block.kind != BlockKind::list_item) {
      if (block.kind == BlockKind::heading || block.kind == BlockKind::table_row) depths.clear();
      // A paragraph between items that is not set in with them ends the list.
      if (!depths.empty() && block.box.x0 < depths.front() + step) depths.clear();
      continue;
    }
    const bool moved = before && (before->page != block.page || block.box.y0 < before->box.y0);
    if (moved && !depths.empty() && std::abs(block.marker_x - before->marker_x) > column) depths.clear();
    while (!depths.empty() && block.marker_x < depths.back() - step) depths.pop_back();
    if (depths.empty() || block.marker_x > depths.back() + step) depths.push_back(block.marker_x);
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(depths.size(), 6));
    before = &block;
  }
}

void mark_panels(std::vector<DraftBlock>& blocks, const std::vector<RawPage>& pages) {
  constexpr std::size_t most_fills = 400;  // more are a drawing
  for (std::size_t first = 0; first < blocks.size();) {
    std::size_t last = first + 1;
    while (last < blocks.size() && blocks[last].page == blocks[first].page) ++last;
    const RawPage& page = pages[blocks[first].page];
    if (page.fills.size() <= most_fills) {
      for (const Box& fill : page.fills) {
        const bool whole_page = (fill.x1 - fill.x0) * (fill.y1 - fill.y0) > 0.7f * page.width * page.height;
        std::size_t text = 0;
        std::vector<std::size_t> inside;
        for (std::size_t i = first; i < last && !whole_page; ++i) {
          const Box& b = blocks[i].box;
          if (blocks[i].kind == BlockKind::furniture || blocks[i].kind == BlockKind::table_row) continue;
          if (b.x0 < fill.x0 - 1 || b.x1 > fill.x1 + 1 || b.y0 < fill.y0 - 1 || b.y1 > fill.y1 + 1) continue;
          inside.push_back(i);
          if (blocks[i].kind != BlockKind::heading) text += characters_in(blocks[i]);
        }
        if (text >= 40)
          for (const std::size_t i : inside) blocks[i].boxed = true;
      }
    }
    first = last;
  }
}

}  // namespace planmark
