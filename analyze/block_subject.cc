#include "analyze/block_subject.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace planmark {
namespace {

constexpr std::ptrdiff_t kWordsBefore = 3;  // "Band 5 and 6 nurses", "34. Community paediatrics"
constexpr std::ptrdiff_t kWordsAfter = 4;   // "Neonatal nursing and support staff:"
constexpr std::ptrdiff_t kTitleWords = 6;   // "14.4 All-age continuing care."
constexpr std::array<std::string_view, 8> kLabelEnds = {
    ".", ":", "\t", ",", "(", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};

std::ptrdiff_t words_in(std::string_view text) {
  std::ptrdiff_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n';
    if (!is_space && !in_word) ++words;
    in_word = !is_space;
  }
  return words;
}

bool opens_block(const DraftInputs& inputs, std::uint32_t sentence) {
  return sentence == 0 || inputs.sentences[sentence - 1].block != inputs.sentences[sentence].block;
}

bool is_title(const DraftInputs& inputs, std::uint32_t sentence) {
  const bool goes_on = sentence + 1 < inputs.sentences.size() && !opens_block(inputs, sentence + 1);
  return goes_on && opens_block(inputs, sentence) && words_in(inputs.text_of(sentence)) <= kTitleWords;
}

}  // namespace

bool is_block_subject(const DraftInputs& inputs, const Mention& mention) {
  const Block& block = inputs.document.blocks[inputs.sentences[mention.sentence].block];
  const bool is_heading = block.kind == BlockKind::heading;
  const std::string_view text = inputs.document.text;
  if (words_in(slice(text, {block.span.begin, mention.span.begin})) > kWordsBefore) return false;
  const std::string_view after = slice(text, {mention.span.end, block.span.end});
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : kLabelEnds) end = std::min(end, after.find(mark));
  return (is_heading || end != std::string_view::npos) && words_in(after.substr(0, end)) <= kWordsAfter;
}

std::uint32_t end_of_subject(const DraftInputs& inputs, const Mention& mention) {
  const std::uint32_t own = inputs.sentences[mention.sentence].block;
  const bool is_heading = inputs.document.blocks[own].kind == BlockKind::heading;
  std::uint32_t end = mention.sentence + 1;
  while (end < inputs.sentences.size()) {
    const std::uint32_t block = inputs.sentences[end].block;
    const bool goes_on =
        block == own || (is_heading && inputs.document.blocks[block].kind != BlockKind::heading &&
                         inputs.document.blocks[block].section == own);
    if (!goes_on) break;
    ++end;
  }
  return end;
}

bool is_titled_otherwise(const DraftInputs& inputs, const std::vector<std::uint32_t>& cues,
                         std::uint32_t sentence) {
  std::uint32_t own = sentence;
  while (!opens_block(inputs, own)) --own;
  if (!is_title(inputs, own) || inputs.first_of(cues, own)) return false;
  const auto is_beside = [&](std::uint32_t s) {
    return inputs.contexts[s].heading == inputs.contexts[own].heading;
  };
  std::uint32_t first = own;
  while (first > 0 && is_beside(first - 1)) --first;
  for (std::uint32_t s = first; s < inputs.sentences.size() && is_beside(s); ++s)
    if (is_title(inputs, s) && inputs.first_of(cues, s)) return true;
  return false;
}

}  // namespace planmark
