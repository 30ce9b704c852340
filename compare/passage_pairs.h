// Which passages of two editions belong together, before anything is said of how.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "compare/comparison_rules.h"
#include "compare/likeness.h"
#include "compare/passage.h"

namespace planmark {

struct PassageGroups {
  // Passages of the one edition with those of the other that they became, each index ascending; both sides
  // have at least one. Passages with equal words are a group of two.
  struct Group {
    std::vector<std::uint32_t> before, after;
  };
  std::vector<Group> groups;
  // Passages whose words stand in one piece in the other edition, which has them less often: with the passage
  // that holds them.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated_before, repeated_after;
  std::vector<std::uint32_t> dropped, added;
  // Words as numbers, by passage: equal forms, equal numbers.
  std::vector<WordedPassage> words_before, words_after;
};

PassageGroups group_passages(const PassageList& before, const PassageList& after,
                             const ComparisonRules& rules);

}  // namespace planmark
