#include "analyze/sentence.h"

#include <string_view>

#include "analyze/sentence_break.h"

namespace planmark {
namespace {

enum class Splitting { never, if_all_full, always };

Splitting splitting_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
    case BlockKind::quote:
    case BlockKind::footnote:
      return Splitting::always;
    case BlockKind::heading:
    case BlockKind::list_item:
    case BlockKind::caption:
    case BlockKind::glossary:
    case BlockKind::reference:
      return Splitting::if_all_full;
    case BlockKind::table_row:
    case BlockKind::contents:
    case BlockKind::furniture:
      return Splitting::never;
  }
  return Splitting::never;
}

bool all_full(std::string_view text, const std::vector<std::uint32_t>& breaks) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : breaks) {
    if (!is_full_sentence(text.substr(begin, end - begin), false)) return false;
    begin = end;
  }
  return is_full_sentence(text.substr(begin), true);
}

}  // namespace

std::vector<Sentence> split_sentences(const Document& document) {
  std::vector<Sentence> sentences;
  SentenceBreaker breaker;
  for (std::uint32_t index = 0; index < document.blocks.size(); ++index) {
    const Block& block = document.blocks[index];
    if (block.span.empty()) continue;
    const std::string_view text = slice(document.text, block.span);
    const Splitting splitting = splitting_of(block.kind);
    std::vector<std::uint32_t> breaks;
    if (splitting != Splitting::never) breaks = sentence_breaks(breaker, text);
    if (splitting == Splitting::if_all_full && !all_full(text, breaks)) breaks.clear();
    breaks.push_back(block.span.size());
    std::uint32_t begin = block.span.begin;
    for (const std::uint32_t at : breaks) {
      sentences.push_back({{begin, block.span.begin + at}, index});
      begin = block.span.begin + at;
    }
  }
  return sentences;
}

}  // namespace planmark
