// The one door to RE2: one pattern located exactly, and a gate over many.
//
// A pattern is RE2 syntax over folded text (analyze/fold.h). A match never begins or ends inside a word:
// letters and digits of any script count, so "care" is found neither in "careful" nor in "carré". Which
// match: the leftmost; of those that begin there, the one RE2 prefers (greedy or lazy as written).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace planmark {

// Empty for a pattern that can be used; otherwise why not: "missing ): (care".
std::string pattern_error(const std::string& pattern);

// Literal text as a pattern.
std::string quoted_pattern(std::string_view literal);

// Patterns compiled together. Immutable. Patterns are known by the order in which they were given.
class PatternSet {
 public:
  struct Source {
    std::string pattern;
    bool case_sensitive = false;
  };
  // Requires: pattern_error() is empty for each. A pattern that does not compile never matches.
  explicit PatternSet(const std::vector<Source>& sources);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  std::uint32_t size() const;
  // Which patterns may match somewhere in `text`, ascending: each that does is among them. All, when the gate
  // could not be made.
  std::vector<std::uint32_t> may_match(std::string_view text) const;
  // All matches of one pattern, in order, none overlapping another, none empty.
  std::vector<Span> locate(std::uint32_t pattern, std::string_view text) const;

 private:
  struct Rep;
  std::unique_ptr<const Rep> rep_;
};

}  // namespace planmark
