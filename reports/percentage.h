// Whole per cents, always from a count and its base: the one rounding rule of every figure, sentence and
// table.
//
// Halves are rounded up, in integers, so that no figure depends on how a machine divides. Whole per cents of
// one base need not add up to 100, and nothing is adjusted so that they do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace planmark {

struct Share {
  std::size_t count = 0;
  std::size_t base = 0;
  friend bool operator==(const Share&, const Share&) = default;
};

// 0 to 100; nullopt where there is no base. Requires: count <= base.
std::optional<unsigned> per_cent(Share share);

// "16 of 31 (52 %)"; "0 of 0" where there is no base.
std::string to_text(Share share);
// The count alone: "16 (52 %)"; "0" where there is no base.
std::string count_text(Share share);

// The bases from 1 to `most` of which some count is this many per cent: what a printed percentage without its
// base may have been taken of. Ascending; empty where no such base gives it.
std::vector<std::size_t> bases_giving(unsigned whole_per_cent, std::size_t most);

// The count that is this many per cent of `base`; nullopt where none is, which is the mark of a wrong base or
// a slip. Where two counts are (bases over 100), the smaller.
std::optional<std::size_t> count_giving(unsigned whole_per_cent, std::size_t base);

}  // namespace planmark
