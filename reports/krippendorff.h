// Krippendorff's alpha: agreement of any number of observers, each of whom may have judged only some units.
//
// 1 - observed / expected disagreement, from the matrix of coincidences; 1 is agreement, 0 what chance gives.
// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011), sections
// C and D.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace planmark {

// nominal: values are the same or not. ordinal: values have an order, and are the further apart the more
// judgements lie between them.
enum class Scale { nominal, ordinal };

// Of each unit the values given to it, categories numbered in their order; who did not judge it gives none.
// Units with fewer than two values do not count. nullopt: nothing to compare, or all values are the same.
std::optional<double> krippendorff_alpha(std::span<const std::vector<std::size_t>> units, Scale scale);

}  // namespace planmark
