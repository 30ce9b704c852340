// A pattern that was taken apart, made ready to be tried at places of a text: what it prefers is tried first,
// and taken back where it leads nowhere.
//
// That is many times quicker than RE2 on a sentence, and needs no warming up, but without a bound: a pattern
// can be written whose tries multiply. So each search has a budget, and one that runs out says so instead of
// going on; RE2, whose time is bounded, then does it (analyze/pattern.h). Which match it finds is what RE2
// would find.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/pattern_tree.h"
#include "base/span.h"

namespace planmark {

// A text with the places where a match may begin, found once for all the patterns that are looked for in it.
// The characters must outlive it.
class SearchedText {
 public:
  SearchedText(std::string_view text);  // implicitly: a text is what is searched
  SearchedText(const std::string& text) : SearchedText(std::string_view(text)) {}
  SearchedText(const char* text) : SearchedText(std::string_view(text)) {}

  std::string_view text() const { return text_; }
  const std::vector<std::uint32_t>& begins() const { return begins_; }  // ascending

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

class PatternProgram {
 public:
  // Nothing for a pattern that comes to too many steps.
  static std::optional<PatternProgram> of(const PatternNode& tree);

  // Matches between word edges, as PatternSet::locate() finds them; nothing when the budget ran out.
  std::optional<std::vector<Span>> locate(const SearchedText& searched) const;

 private:
  enum class Op : std::uint8_t {
    byte,
    set,
    repeat_set,
    jump,
    split,
    text_begin,
    text_end,
    word_edge,
    accept
  };
  struct Step {
    Op op = Op::accept;
    char a = 0, b = 0;        // byte: either
    std::uint16_t least = 0;  // repeat_set: as many as there are, at most `most`, fewer as needed
    std::uint16_t most = 0;
    std::uint32_t target = 0;  // jump; split: tried second; set, repeat_set: index into sets_
  };
  class Builder;
  class Search;

  std::vector<Step> steps_;
  std::vector<CharacterSet> sets_;
  std::bitset<256> first_bytes_;  // with which a match can begin
};

}  // namespace planmark
