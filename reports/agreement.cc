#include "reports/agreement.h"

#include <numeric>

namespace planmark {
namespace {

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

std::optional<double> quotient(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

std::optional<double> quotient(std::size_t part, std::size_t whole) {
  return quotient(static_cast<double>(part), static_cast<double>(whole));
}

}  // namespace

std::size_t Confusion::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

std::size_t Confusion::count_of_first(std::size_t category) const {
  std::size_t sum = 0;
  for (std::size_t other = 0; other < categories_; ++other) sum += count(category, other);
  return sum;
}

std::size_t Confusion::count_of_second(std::size_t category) const {
  std::size_t sum = 0;
  for (std::size_t other = 0; other < categories_; ++other) sum += count(other, category);
  return sum;
}

std::optional<double> weighted_kappa(const Confusion& readings) {
  double observed = 0, by_chance = 0;
  for (std::size_t i = 0; i < readings.categories(); ++i) {
    for (std::size_t j = 0; j < readings.categories(); ++j) {
      const auto steps = static_cast<double>(distance(i, j));
      observed += steps * steps * static_cast<double>(readings.count(i, j));
      by_chance += steps * steps * static_cast<double>(readings.count_of_first(i)) *
                   static_cast<double>(readings.count_of_second(j));
    }
  }
  const auto share = quotient(observed * static_cast<double>(readings.total()), by_chance);
  if (!share) return std::nullopt;
  return 1 - *share;
}

std::optional<double> accuracy(const Confusion& readings) {
  std::size_t same = 0;
  for (std::size_t category = 0; category < readings.categories(); ++category)
    same += readings.count(category, category);
  return quotient(same, readings.total());
}

std::optional<double> share_apart(const Confusion& readings, std::size_t steps) {
  std::size_t apart = 0;
  for (std::size_t i = 0; i < readings.categories(); ++i)
    for (std::size_t j = 0; j < readings.categories(); ++j)
      if (distance(i, j) >= steps) apart += readings.count(i, j);
  return quotient(apart, readings.total());
}

std::optional<double> macro_f1(const Confusion& readings) {
  double sum = 0;
  std::size_t used = 0;
  for (std::size_t category = 0; category < readings.categories(); ++category) {
    const std::size_t both = readings.count(category, category);
    const Retrieved found{both, readings.count_of_second(category) - both,
                          readings.count_of_first(category) - both};
    const auto f1 = found.f1();
    if (!f1) continue;
    sum += *f1;
    ++used;
  }
  return quotient(sum, static_cast<double>(used));
}

std::optional<double> Ratio::share() const { return quotient(good, all); }

std::optional<double> Retrieved::precision() const { return quotient(right, right + wrong); }
std::optional<double> Retrieved::recall() const { return quotient(right, right + missed); }
std::optional<double> Retrieved::f1() const { return quotient(2 * right, 2 * right + wrong + missed); }

}  // namespace planmark
