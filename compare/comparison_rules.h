// When two passages count as one that was reworded, as data: lexicons/comparison.toml.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"
#include "compare/rule_file.h"

namespace planmark {

// Shares are of the words' weights (compare/likeness.h): a rare word weighs more.
struct ComparisonRules {
  std::uint32_t shortest_run = 0;  // words in a row that two texts share by more than chance
  std::uint32_t most_places = 0;   // a run that stands more often says nothing of where a text went
  double part_of = 0;              // share of the shorter that runs in the longer: one is a part of the other
  double alike = 0;                // share of both that they have in common as runs
  double alike_anywhere = 0;       // share of both that they have in common as words, wherever they stand
  double alike_in_place = 0;       // the same between two neighbours that were kept
  // Of two editions, and what becomes of each passage: "reworded", "moved", ... in the order of
  // Comparison::changes.
  std::vector<RuleExample> examples;
};

// The name of the file in the folder of lexicons.
inline constexpr const char* comparison_file = "comparison.toml";

// Errors: not_found, storage, bad_input (not TOML, a key that is missing or unknown, a share that is not
// between 0 and 1), each with its place.
Result<ComparisonRules> load_comparison_rules(const std::filesystem::path& lexicons);

}  // namespace planmark
