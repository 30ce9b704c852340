// Passages that belong to none of the other edition: said again of what that says too, or said by theirs
// alone.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "compare/likeness.h"

namespace planmark {

struct Unpaired {
  std::vector<std::uint32_t> own;
  // Those whose words stand in one piece in the other edition, which has them less often: with the passage
  // that holds them.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated;
};

// `left` (ascending) are the passages of `side` in question. Words in one piece are at least `shortest` many,
// or a whole passage.
Unpaired tell_apart(const std::vector<std::uint32_t>& left, const std::vector<WordedPassage>& side,
                    const std::vector<WordedPassage>& other, std::uint32_t shortest);

}  // namespace planmark
