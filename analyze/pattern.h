// Patterns located exactly, and a gate over many. The one door to RE2.
//
// What a pattern means is what RE2 makes of it. Most patterns are taken apart (analyze/pattern_tree.h) and
// run by a program of our own (analyze/pattern_program.h), which finds the same and needs no RE2; the others,
// and searches that would take long, are RE2's, which compiles a pattern when it is first needed.
//
// A pattern is RE2 syntax over folded text (analyze/fold.h). A match never begins or ends inside a word:
// letters and digits of any script count, so "care" is found neither in "careful" nor in "carré". Which
// match: the leftmost; of those that begin there, the one RE2 prefers (greedy or lazy as written).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/pattern_atoms.h"
#include "analyze/pattern_gate.h"
#include "analyze/pattern_program.h"
#include "base/span.h"

namespace planmark {

// Empty for a pattern that can be used; otherwise why not: "missing ): (care".
std::string pattern_error(const std::string& pattern);

// A pattern made ready to be looked for. Made once, by the loader that tries it or when it is first needed.
struct ReadyPattern {
  std::optional<PatternProgram> program;  // none: it is RE2's to run, or to refuse
  std::vector<AtomChoice> required;       // what must be there for a match
};
std::shared_ptr<const ReadyPattern> ready_pattern(const std::string& pattern, bool case_sensitive);

// Literal text as a pattern.
std::string quoted_pattern(std::string_view literal);

// Patterns for use together. Immutable, and safe for several threads. Patterns are known by the order in
// which they were given, and made ready when the first text is looked through.
class PatternSet {
 public:
  struct Source {
    std::string pattern;
    bool case_sensitive = false;
    std::shared_ptr<const ReadyPattern> ready = {};  // where there is one already
  };
  // Requires: pattern_error() is empty for each. A pattern that does not compile never matches.
  explicit PatternSet(std::vector<Source> sources);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // Says of one text after another which patterns may match: each that does is among them. Outlived by the
  // set.
  PatternGate::Pass pass() const;
  // All matches of one pattern, in order, none overlapping another, none empty.
  std::vector<Span> locate(std::uint32_t pattern, const SearchedText& text) const;
  // Whether any of the patterns matches.
  bool matches(std::string_view text) const;
  // The same by RE2 alone: what locate() is checked against.
  std::vector<Span> locate_slowly(std::uint32_t pattern, std::string_view text) const;

 private:
  class Member;
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
