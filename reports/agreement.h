// How far two readings of the same items agree.
//
// A reading puts each item into one of several categories, numbered in their order: No 0, To some extent 1,
// Yes 2. A measure that the items cannot give (there are none, or both readings know one category alone) is
// nullopt, never 0.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace planmark {

// How many items the first reading put into one category and the second into another.
class Confusion {
 public:
  explicit Confusion(std::size_t categories) : categories_(categories), counts_(categories * categories) {}

  // Requires: first, second < categories().
  void add(std::size_t first, std::size_t second) { ++counts_[first * categories_ + second]; }

  std::size_t categories() const { return categories_; }
  std::size_t count(std::size_t first, std::size_t second) const {
    return counts_[first * categories_ + second];
  }
  std::size_t total() const;
  std::size_t count_of_first(std::size_t category) const;
  std::size_t count_of_second(std::size_t category) const;

 private:
  std::size_t categories_;
  std::vector<std::size_t> counts_;  // by first, then second
};

// Cohen's weighted kappa with quadratic weights: 1 - sum(w * observed) / sum(w * expected by chance), where
// w = (first - second)^2. With two categories it is Cohen's plain kappa. J. Cohen, "Weighted kappa: nominal
// scale agreement with provision for scaled disagreement or partial credit", Psychological Bulletin 70
// (1968), 213-220.
std::optional<double> weighted_kappa(const Confusion& readings);

// Share of the items that both readings put into the same category.
std::optional<double> accuracy(const Confusion& readings);

// Share of the items that lie so many categories apart, or more.
std::optional<double> share_apart(const Confusion& readings, std::size_t steps);

// Mean of the F1 of each category that either reading uses.
std::optional<double> macro_f1(const Confusion& readings);

// So many of so many.
struct Ratio {
  std::size_t good = 0;
  std::size_t all = 0;

  void add(bool is_good) {
    ++all;
    if (is_good) ++good;
  }
  void add(const Ratio& other) {
    good += other.good;
    all += other.all;
  }
  std::optional<double> share() const;
};

// Options that were chosen, against those that were to be chosen; of many questions together it gives the
// micro figures.
struct Retrieved {
  std::size_t right = 0;   // chosen, and to be chosen
  std::size_t wrong = 0;   // chosen alone
  std::size_t missed = 0;  // to be chosen alone

  std::optional<double> precision() const;
  std::optional<double> recall() const;
  std::optional<double> f1() const;
};

}  // namespace planmark
