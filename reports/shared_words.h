// How much of one quote stands in another: two readers seldom cut the same sentence at the same words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// The words of a text as they are compared: NFKC, small letters, runs of a-z, 0-9, % and £; soft hyphens are
// gone, everything else parts words.
std::vector<std::string> compared_words(std::string_view text);

// Share (0 to 1) of the runs of three words of the shorter text that the longer one has; a shorter text of
// one or two words is one run. 0 where either has no word.
double shared_words(std::string_view a, std::string_view b);

}  // namespace planmark
