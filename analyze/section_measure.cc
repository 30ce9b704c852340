#include "analyze/section_measure.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace planmark {
namespace {

bool is_counted(BlockKind kind) {
  return kind != BlockKind::contents && kind != BlockKind::footnote && kind != BlockKind::furniture &&
         kind != BlockKind::heading;
}

std::size_t words_in_block(const Document& document, const Block& block) {
  const std::string_view text = slice(document.text, block.span);
  const auto spaces = std::count_if(text.begin(), text.end(),
                                    [](char each) { return each == ' ' || each == '\t' || each == '\n'; });
  return text.empty() ? 0 : static_cast<std::size_t>(spaces) + 1;
}

// Words from a heading to the next one that is not below it.
std::size_t words_below(const Document& document, std::uint32_t heading) {
  std::size_t words = 0;
  for (std::size_t next = heading + 1; next < document.blocks.size(); ++next) {
    const Block& block = document.blocks[next];
    if (block.kind == BlockKind::heading && block.level <= document.blocks[heading].level) break;
    if (is_counted(block.kind)) words += words_in_block(document, block);
  }
  return words;
}

// The outermost level with enough headings that have words below them; where none has as many, the one with
// most.
std::uint8_t dividing_level(const Document& document) {
  constexpr std::size_t kEnough = 4;
  std::array<std::size_t, 256> headings{};
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b)
    if (document.blocks[b].kind == BlockKind::heading && words_below(document, b) > 0)
      ++headings[document.blocks[b].level];
  const auto divides =
      std::find_if(headings.begin(), headings.end(), [](std::size_t n) { return n >= kEnough; });
  const auto found = divides != headings.end() ? divides : std::max_element(headings.begin(), headings.end());
  return static_cast<std::uint8_t>(found - headings.begin());
}

}  // namespace

SectionWords longest_section_with(const DraftInputs& inputs, const std::vector<std::uint32_t>& concepts) {
  SectionWords longest;
  if (concepts.empty()) return longest;
  std::uint32_t last = none;
  for (std::uint32_t s = 0; s < inputs.sentences.size(); ++s) {
    const std::uint32_t block = inputs.sentences[s].block;
    if (block == last || inputs.document.blocks[block].kind != BlockKind::heading ||
        !inputs.first_of(concepts, s))
      continue;
    last = block;
    const std::size_t words = words_below(inputs.document, block);
    if (longest.heading == none || words > longest.words) longest = {block, words};
  }
  return longest;
}

bool is_below(const Document& document, std::uint32_t block, std::uint32_t heading) {
  const std::vector<std::uint32_t> path = section_path(document, block);
  return std::find(path.begin(), path.end(), heading) != path.end();
}

std::vector<std::uint32_t> main_sections(const Document& document) {
  const std::uint8_t level = dividing_level(document);
  std::vector<std::uint32_t> sections(document.blocks.size(), none);
  std::uint32_t current = none;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == BlockKind::heading && block.level <= level) current = b;
    sections[b] = current;
  }
  return sections;
}

}  // namespace planmark
