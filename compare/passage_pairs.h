// Which passages of two editions belong together, before anything is said of how.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/comparison_rules.h"
#include "compare/likeness.h"
#include "compare/passage.h"
#include "compare/unpaired.h"

namespace planmark {

struct PassageGroups {
  // Passages of the one edition with those of the other that they became, each index ascending; both sides
  // have at least one. Passages with equal words are a group of two.
  struct Group {
    std::vector<std::uint32_t> before, after;
  };
  std::vector<Group> groups;
  Unpaired before, after;  // what is in no group
  // Words as numbers, by passage: equal forms, equal numbers.
  std::vector<WordedPassage> words_before, words_after;
};

PassageGroups group_passages(const PassageList& before, const PassageList& after,
                             const ComparisonRules& rules);

}  // namespace planmark
