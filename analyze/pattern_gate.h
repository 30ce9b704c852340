// Says which of many patterns could match a text, from what must be there for each (analyze/pattern_atoms.h):
// all are looked for in one pass. It may say "maybe" too often, never "no" wrongly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/atom_search.h"
#include "analyze/pattern_atoms.h"

namespace planmark {

class PatternGate {
 public:
  // For each pattern what it requires; one that requires nothing is always let through.
  explicit PatternGate(const std::vector<std::vector<AtomChoice>>& required);

  // What one text after another needs; not for two threads at once.
  class Pass {
   public:
    explicit Pass(const PatternGate& gate);
    // Patterns that may match somewhere in `text`, ascending.
    std::vector<std::uint32_t> may_match(std::string_view text);

   private:
    bool has_all(std::uint32_t pattern) const;

    const PatternGate& gate_;
    std::uint32_t number_ =
        0;  // of the text; atoms and patterns carry that of the last text they were met in
    std::vector<std::uint32_t> atom_met_, pattern_met_;
  };

 private:
  using Numbers = std::vector<std::uint32_t>;

  AtomSearch search_;
  std::vector<Numbers> opens_;                // by atom: patterns of whose first choice it is
  std::vector<std::vector<Numbers>> others_;  // by pattern: its other choices
  Numbers always_;
};

}  // namespace planmark
