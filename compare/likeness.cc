#include "compare/likeness.h"

#include <algorithm>
#include <cmath>

namespace planmark {

namespace {

// By word: how many passages have it.
std::vector<std::uint32_t> passages_having(const std::vector<WordedPassage>& side, std::uint32_t words) {
  std::vector<std::uint32_t> having(words, 0);
  for (const WordedPassage& passage : side)
    for (std::size_t i = 0; i < passage.sorted.size(); ++i)
      if (i == 0 || passage.sorted[i] != passage.sorted[i - 1]) ++having[passage.sorted[i]];
  return having;
}

}  // namespace

std::vector<double> word_weights(const std::vector<WordedPassage>& before,
                                 const std::vector<WordedPassage>& after, std::uint32_t words) {
  const auto in_before = passages_having(before, words), in_after = passages_having(after, words);
  const auto passages = static_cast<double>(std::max(before.size(), after.size()));
  std::vector<double> weights(words, 0);
  for (std::uint32_t word = 0; word < words; ++word)
    weights[word] = least_weight + std::log(passages / std::max({1U, in_before[word], in_after[word]}));
  return weights;
}

double likeness(const WordedPassage& a, const WordedPassage& b, const std::vector<double>& weights) {
  double shared = 0;
  for (auto x = a.sorted.begin(), y = b.sorted.begin(); x != a.sorted.end() && y != b.sorted.end();) {
    if (*x == *y) shared += weights[*x];
    const bool x_first = *x <= *y, y_first = *y <= *x;
    if (x_first) ++x;
    if (y_first) ++y;
  }
  const double both = a.weight + b.weight;
  return both > 0 ? 2 * shared / both : 0;
}

}  // namespace planmark
