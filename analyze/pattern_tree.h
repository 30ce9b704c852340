// A pattern taken apart, where it is made of what people usually write in lexicons.
//
// Understood are letters, classes in ASCII or negated, ".", "^", "$", "\b", "\d", "\w", "\s", groups, choices
// and repeats, with the meaning that RE2 gives them. What is rarer (flags, nested counts, letters beyond
// western Europe whose case matters) is not, and is left to RE2 (analyze/pattern.h). So is a pattern that may
// match the empty text: whatever is taken apart here is a valid pattern that matches at least one character.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planmark {

struct CharacterSet {
  std::bitset<128> ascii;
  bool beyond = false;    // characters outside ASCII are members, but for those in `listed`
  std::u32string listed;  // where `beyond` is false: the only members outside ASCII

  bool has(char32_t character) const {
    if (character < 128) return ascii[character];
    return beyond != (listed.find(character) != std::u32string::npos);
  }
  bool is_ascii() const { return !beyond && listed.empty(); }
  // The first and the last member where all are one or two of ASCII.
  std::optional<std::pair<char, char>> one_or_two() const {
    const std::size_t first = ascii._Find_first(), second = ascii._Find_next(first);
    if (!is_ascii() || first == ascii.size()) return std::nullopt;
    if (second == ascii.size()) return std::pair(static_cast<char>(first), static_cast<char>(first));
    if (ascii._Find_next(second) != ascii.size()) return std::nullopt;
    return std::pair(static_cast<char>(first), static_cast<char>(second));
  }
};

struct PatternNode {
  enum class Kind : std::uint8_t { characters, sequence, choice, repeat, text_begin, text_end, word_edge };
  static constexpr std::uint16_t without_end = 0xFFFF;

  Kind kind = Kind::sequence;
  CharacterSet characters;
  std::vector<PatternNode> parts;     // sequence, choice: in order; repeat: the one thing repeated
  std::uint16_t least = 1, most = 1;  // repeat
  bool lazy = false;                  // repeat: as few as will do
};

// Nothing where the pattern is not understood, or not valid.
std::optional<PatternNode> parse_pattern(std::string_view pattern, bool case_sensitive);

}  // namespace planmark
