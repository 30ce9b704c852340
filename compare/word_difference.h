// Which words of two runs of words are the same, in order (Myers, "An O(ND) Difference Algorithm and Its
// Variations", 1986), and which runs of words two texts share wherever they stand.
//
// Words are given as numbers: equal numbers, equal words.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace planmark {

using WordIds = std::vector<std::uint32_t>;

// Pairs (index into a, index into b) of a longest common subsequence, ascending in both. Where more than
// `limit` words differ the rest counts as different.
std::vector<std::pair<std::uint32_t, std::uint32_t>> common_words(std::span<const std::uint32_t> a,
                                                                  std::span<const std::uint32_t> b,
                                                                  std::uint32_t limit = 2000);

// For each word of `a` the word of `b` that it is part of a shared run with, or `none`; each word of either
// is in one run at most. Runs have at least `shortest` words, are as long as they can be and the longest are
// taken first; a run that begins with words which stand more than `most_places` times in `b` is found from
// its other words alone. Time grows with the words and with the places looked at.
std::vector<std::uint32_t> shared_runs(const WordIds& a, const WordIds& b, std::uint32_t shortest,
                                       std::uint32_t most_places);

}  // namespace planmark
