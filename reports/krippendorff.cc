#include "reports/krippendorff.h"

#include <algorithm>

namespace planmark {
namespace {

using Counts = std::vector<double>;  // by category

Counts counts_of(const std::vector<std::size_t>& values, std::size_t categories) {
  Counts counts(categories);
  for (const std::size_t value : values) ++counts[value];
  return counts;
}

// The square of the distance between two categories. `all`: how often each is used, for the ordinal scale.
double difference(std::size_t a, std::size_t b, const Counts& all, Scale scale) {
  if (a == b) return 0;
  if (scale == Scale::nominal) return 1;
  double between = -(all[a] + all[b]) / 2;
  for (std::size_t category = std::min(a, b); category <= std::max(a, b); ++category)
    between += all[category];
  return between * between;
}

// The sum over pairs of categories of both counts and their difference.
double disagreement(const Counts& counts, const Counts& all, Scale scale) {
  double sum = 0;
  for (std::size_t a = 0; a < counts.size(); ++a)
    for (std::size_t b = 0; b < counts.size(); ++b)
      if (counts[a] > 0 && counts[b] > 0) sum += counts[a] * counts[b] * difference(a, b, all, scale);
  return sum;
}

}  // namespace

std::optional<double> krippendorff_alpha(std::span<const std::vector<std::size_t>> units, Scale scale) {
  std::size_t categories = 0;
  for (const auto& values : units)
    for (const std::size_t value : values) categories = std::max(categories, value + 1);
  Counts all(categories);
  double pairable = 0;
  for (const auto& values : units) {
    if (values.size() < 2) continue;
    for (const std::size_t value : values) ++all[value];
    pairable += static_cast<double>(values.size());
  }
  const double expected = disagreement(all, all, scale);
  if (expected == 0) return std::nullopt;
  double observed = 0;
  for (const auto& values : units)
    if (values.size() >= 2)
      observed +=
          disagreement(counts_of(values, categories), all, scale) / static_cast<double>(values.size() - 1);
  return 1 - (pairable - 1) * observed / expected;
}

}  // namespace planmark
