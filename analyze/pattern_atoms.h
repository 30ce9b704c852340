// Short texts that must be there for a pattern to match: what a gate looks for before it lets a pattern try.
#pragma once

#include <string>
#include <vector>

#include "analyze/pattern_tree.h"

namespace planmark {

// In small letters and ASCII, compared without regard to case. Sorted; none holds another.
using AtomChoice = std::vector<std::string>;

// Of each choice one atom occurs wherever the pattern matches; the most telling choice comes first, and
// choices that say nothing are left out. Empty: nothing is known that must be there.
std::vector<AtomChoice> required_atoms(const PatternNode& tree);

}  // namespace planmark
