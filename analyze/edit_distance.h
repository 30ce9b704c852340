// How many letters must be put in, left out or changed to turn one word into another; for "did you mean".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, the first of equals; empty when none is within a third of its length,
// rounded up.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

// "; did you mean 'terms'?" or nothing: the end of a message about an unknown word.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace planmark
