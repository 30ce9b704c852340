// "Did you mean ...?" for a misspelt name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// The name that the fewest insertions, deletions, replacements and swaps of neighbours turn `given` into,
// case left aside; empty when more than a third of the letters would change. Of equals, the first.
std::string nearest_name(std::string_view given, const std::vector<std::string>& names);

}  // namespace planmark
