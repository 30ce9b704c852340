// Sentences that say the same again: plans print a paragraph in a summary, a chapter and an annex.
#pragma once

#include <string_view>
#include <vector>

namespace planmark {

// For each text, whether an earlier one says the same: Jaccard similarity of their sets of five-word runs
// (all words, where there are fewer) is 0.8 or more. Case, spacing and punctuation do not count.
std::vector<bool> find_repeats(const std::vector<std::string_view>& texts);

}  // namespace planmark
