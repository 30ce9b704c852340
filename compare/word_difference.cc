#include "compare/word_difference.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "extract/document.h"

namespace planmark {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The furthest x reached on each diagonal k = x - y, after each number of differences.
class Search {
 public:
  Search(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b)
      : a_(a), b_(b), n_(static_cast<int>(a.size())), m_(static_cast<int>(b.size())) {}

  Pairs pairs(int limit) {
    const int most = std::min(limit, n_ + m_);
    std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
    middle_ = most + 1;
    for (int d = 0; d <= most; ++d) {
      for (int k = -d; k <= d; k += 2) {
        int x = start(reach, k, d);
        while (x < n_ && x - k < m_ && same(x, x - k)) ++x;
        reach[at(k)] = x;
        if (x >= n_ && x - k >= m_) return walk_back(d, k);
      }
      history_.emplace_back(reach.begin() + middle_ - d, reach.begin() + middle_ + d + 1);
    }
    return walk_back(most, best_diagonal(reach, most));
  }

 private:
  std::size_t at(int k) const { return static_cast<std::size_t>(middle_ + k); }
  bool same(int x, int y) const { return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)]; }
  int start(const std::vector<int>& reach, int k, int d) const {
    if (d == 0) return 0;
    const bool down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
    return down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
  }
  // Where the limit is met: the diagonal that got furthest inside both.
  int best_diagonal(const std::vector<int>& reach, int d) const {
    int best = d % 2, most = -1;
    for (int k = -d; k <= d; k += 2) {
      const int x = reach[at(k)], y = x - k;
      if (x <= n_ && y <= m_ && y >= 0 && x + y > most) most = x + y, best = k;
    }
    return best;
  }
  int reached(int d, int k) const {
    return history_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
  }

  Pairs walk_back(int d, int k) const {
    Pairs pairs;
    int x = d < static_cast<int>(history_.size()) ? reached(d, k) : n_;
    for (; d > 0; --d) {
      const bool down = k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
      const int from = down ? k + 1 : k - 1;
      const int before = reached(d - 1, from);
      const int snake = down ? before : before + 1;
      for (; x > snake; --x) add(pairs, x - 1, x - 1 - k);
      x = before;
      k = from;
    }
    for (; x > 0; --x) add(pairs, x - 1, x - 1 - k);
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }
  static void add(Pairs& pairs, int x, int y) {
    pairs.emplace_back(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
  }

  std::span<const std::uint32_t> a_, b_;
  int n_, m_, middle_ = 0;
  std::vector<std::vector<int>> history_;
};

std::uint64_t hash_at(const WordIds& words, std::size_t begin, std::uint32_t length) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (std::size_t i = begin; i < begin + length; ++i) hash = (hash ^ words[i]) * 1099511628211ULL;
  return hash;
}

struct Run {
  std::uint32_t length = 0, a = 0, b = 0;
};

// Every run that can be made no longer, of the places that one index names.
std::vector<Run> longest_runs(const WordIds& a, const WordIds& b, std::uint32_t shortest,
                              std::uint32_t most_places) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
  for (std::uint32_t j = 0; j + shortest <= b.size(); ++j) places[hash_at(b, j, shortest)].push_back(j);
  std::unordered_map<std::int64_t, std::uint32_t> covered;  // by diagonal: end of the last run in a
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i + shortest <= a.size(); ++i) {
    const auto found = places.find(hash_at(a, i, shortest));
    if (found == places.end() || found->second.size() > most_places) continue;
    for (const std::uint32_t j : found->second) {
      std::uint32_t& end = covered[static_cast<std::int64_t>(i) - j];
      if (end > i) continue;
      std::uint32_t back = 0, length = 0;
      while (back < i && back < j && a[i - back - 1] == b[j - back - 1]) ++back;
      while (i + length < a.size() && j + length < b.size() && a[i + length] == b[j + length]) ++length;
      end = std::max(end, i + length);
      if (length >= shortest) runs.push_back({back + length, i - back, j - back});
    }
  }
  return runs;
}

std::uint32_t distance(const Run& run) { return run.a > run.b ? run.a - run.b : run.b - run.a; }

}  // namespace

Pairs common_words(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::uint32_t limit) {
  std::uint32_t head = 0, tail = 0;
  const auto shorter = static_cast<std::uint32_t>(std::min(a.size(), b.size()));
  while (head < shorter && a[head] == b[head]) ++head;
  while (head + tail < shorter && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  Pairs pairs;
  for (std::uint32_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
  const auto inner_a = a.subspan(head, a.size() - head - tail);
  const auto inner_b = b.subspan(head, b.size() - head - tail);
  if (!inner_a.empty() && !inner_b.empty())
    for (const auto& [x, y] : Search(inner_a, inner_b).pairs(static_cast<int>(limit)))
      pairs.emplace_back(x + head, y + head);
  for (std::uint32_t i = tail; i > 0; --i)
    pairs.emplace_back(static_cast<std::uint32_t>(a.size()) - i, static_cast<std::uint32_t>(b.size()) - i);
  return pairs;
}

std::vector<std::uint32_t> shared_runs(const WordIds& a, const WordIds& b, std::uint32_t shortest,
                                       std::uint32_t most_places) {
  std::vector<Run> runs = longest_runs(a, b, shortest, most_places);
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) {
    return std::tuple(y.length, distance(x), x.a, x.b) < std::tuple(x.length, distance(y), y.a, y.b);
  });
  std::vector<std::uint32_t> partner(a.size(), none);
  std::vector<bool> taken(b.size(), false);
  const auto is_free = [&](const Run& run, std::uint32_t k) {
    return partner[run.a + k] == none && !taken[run.b + k];
  };
  for (const Run& run : runs) {
    for (std::uint32_t k = 0; k < run.length;) {  // the stretches of it that longer runs have left
      std::uint32_t end = k;
      while (end < run.length && is_free(run, end)) ++end;
      if (end - k >= shortest)
        for (; k < end; ++k) partner[run.a + k] = run.b + k, taken[run.b + k] = true;
      k = std::max(end, k) + 1;
    }
  }
  return partner;
}

}  // namespace planmark
