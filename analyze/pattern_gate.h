// Says which of many patterns could match a text, from what must be there for each (analyze/pattern_atoms.h):
// all are looked for in one pass. It may say "maybe" too often, never "no" wrongly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/atom_search.h"
#include "analyze/number_lists.h"
#include "analyze/pattern_atoms.h"

namespace planmark {

class PatternGate {
 public:
  // For each pattern what it requires; one that requires nothing is always let through.
  explicit PatternGate(const std::vector<const std::vector<AtomChoice>*>& required);

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
  AtomSearch search_;
  NumberLists opens_;   // by atom: patterns of whose first choice it is
  NumberLists others_;  // by choice: its atoms; a pattern's first choice is not there
  std::vector<std::uint32_t>
      first_choice_;  // by pattern: where its choices begin in `others_`; and their end
  std::vector<std::uint32_t> always_;
};

}  // namespace planmark
