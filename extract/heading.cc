#include "extract/heading.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "base/utf8.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr std::size_t longest_heading = 220;  // characters
constexpr std::size_t most_lines = 4;
constexpr float larger = 1.07f;  // times the body's size

// What readers see as one kind of heading.
struct Look {
  int size = 0;  // half points
  bool bold = false;
  std::uint32_t colour = 0;
  // Larger first, then bold, then colour to keep an order.
  friend bool operator<(const Look& a, const Look& b) {
    return std::tuple(-a.size, !a.bold, a.colour) < std::tuple(-b.size, !b.bold, b.colour);
  }
};

Look look_of(const DraftBlock& block) {
  Look look;
  look.bold = true;
  for (const Line& line : block.lines) {
    look.size = std::max(look.size, static_cast<int>(std::lround(line.size * 2)));
    look.bold = look.bold && line.bold;
  }
  look.colour = block.lines.front().colour;
  return look;
}

struct Body {
  int size = 20;  // half points
  bool bold = false;
};

Body body_of(const std::vector<DraftBlock>& blocks) {
  std::map<std::pair<int, bool>, std::size_t> characters;
  for (const DraftBlock& block : blocks)
    for (const Line& line : block.lines)
      if (block.kind != BlockKind::furniture)
        characters[{static_cast<int>(std::lround(line.size * 2)), line.bold}] += line.characters;
  Body body;
  std::size_t most = 0;
  for (const auto& [look, count] : characters) {
    if (count <= most) continue;
    most = count;
    body = {look.first, look.second};
  }
  return body;
}

std::size_t characters_in(const DraftBlock& block) {
  std::size_t characters = 0;
  for (const Line& line : block.lines) characters += line.characters;
  return characters;
}

bool has_letter(const DraftBlock& block) {
  for (const Line& line : block.lines)
    for (const LineWord& word : line.words)
      for (const char c : word.text)
        if (is_letter(static_cast<unsigned char>(c))) return true;
  return false;
}

bool is_sentence(const DraftBlock& block) {
  std::string_view text = block.lines.back().words.back().text;
  for (const std::string_view closing : {"”", "’", "\"", "'", ")"})
    if (text.size() > closing.size() && text.ends_with(closing)) text.remove_suffix(closing.size());
  const char last = text.back();
  return last == '.' || last == ';' || last == ',';
}

bool can_be_heading(const DraftBlock& block) {
  if (block.lines.empty() || block.lines.size() > most_lines || characters_in(block) > longest_heading)
    return false;
  if (block.lines.front().contents || block.lines.front().rotation != 0 || !has_letter(block)) return false;
  return block.kind == BlockKind::paragraph ||
         (block.kind == BlockKind::list_item && is_enumerator(block.lines.front().words.front().text));
}

bool is_heading(const DraftBlock& block, const Body& body) {
  if (!can_be_heading(block)) return false;
  const Look look = look_of(block);
  const bool big = static_cast<float>(look.size) > larger * static_cast<float>(body.size);
  const bool strong = look.bold && !body.bold && look.size >= body.size;
  if (is_sentence(block)) return false;
  return big || strong;
}

bool is_pull_quote(const DraftBlock& block, const Body& body) {
  if (block.kind != BlockKind::paragraph || block.lines.empty()) return false;
  const Look look = look_of(block);
  return static_cast<float>(look.size) > 1.15f * static_cast<float>(body.size) && !look.bold &&
         is_sentence(block);
}

}  // namespace

void mark_headings(std::vector<DraftBlock>& blocks) {
  const Body body = body_of(blocks);
  std::map<Look, std::uint8_t> levels;
  for (DraftBlock& block : blocks) {
    if (is_heading(block, body)) {
      block.kind = BlockKind::heading;
      levels[look_of(block)] = 0;
    } else if (is_pull_quote(block, body)) {
      block.kind = BlockKind::quote;
    }
  }
  std::uint8_t level = 0;
  for (auto& [look, rank] : levels) rank = level = static_cast<std::uint8_t>(std::min(level + 1, 6));
  for (DraftBlock& block : blocks)
    if (block.kind == BlockKind::heading) block.level = levels[look_of(block)];
}

}  // namespace planmark
