#include "extract/drawn_bullet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace planmark {
namespace {

constexpr float largest = 9;          // points
constexpr float farthest = 2.5f;      // type sizes between a dot and its text
constexpr std::size_t few_dots = 12;  // a page with no more is no drawing

struct Match {
  Box dot;
  std::uint32_t line = 0;
};

bool stands_before(const Box& dot, const Line& line) {
  const float gap = line.box.x0 - dot.x1;
  if (line.rotation != 0 || gap < 0 || gap > farthest * line.size) return false;
  const float off = line.middle() - (dot.y0 + dot.y1) / 2;
  return std::abs(off) < 0.3f * line.size && dot.y1 - dot.y0 < 0.75f * line.size &&
         !is_bullet(line.words.front().text);
}

// `by_height`: the lines' indices by their middles.
std::vector<Match> matches_of(const std::vector<Box>& dots, const std::vector<Line>& lines,
                              const std::vector<std::uint32_t>& by_height) {
  std::vector<Match> matches;
  for (const Box& dot : dots) {
    if (!std::isfinite(dot.x0 + dot.x1 + dot.y0 + dot.y1)) continue;
    auto at = std::lower_bound(by_height.begin(), by_height.end(), dot.y0 - largest,
                               [&](std::uint32_t l, float y) { return lines[l].middle() < y; });
    std::uint32_t nearest = none;
    for (int tries = 0; at != by_height.end() && lines[*at].middle() < dot.y1 + largest && tries < 50;
         ++at, ++tries)
      if (stands_before(dot, lines[*at]) && (nearest == none || lines[*at].box.x0 < lines[nearest].box.x0))
        nearest = *at;
    if (nearest != none) matches.push_back({dot, nearest});
  }
  return matches;
}

bool alike(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) < 1.5f && std::abs((a.x1 - a.x0) - (b.x1 - b.x0)) < 0.7f;
}

// Dots in a close row, across or down, are a dotted rule.
std::vector<Box> without_rules(const std::vector<Box>& dots) {
  constexpr std::size_t shortest_rule = 6;  // dots
  constexpr float closest = 7.5f;           // points from one bullet to the next: lines of small print
  std::vector<bool> in_rule(dots.size(), false);
  for (const bool down : {true, false}) {
    const auto along = [&](std::size_t i) { return down ? dots[i].y0 : dots[i].x0; };
    const auto across = [&](std::size_t i) { return std::lround(2 * (down ? dots[i].x0 : dots[i].y0)); };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < dots.size(); ++i)
      if (std::isfinite(dots[i].x0 + dots[i].x1 + dots[i].y0 + dots[i].y1) && std::abs(dots[i].x0) < 1e5f &&
          std::abs(dots[i].y0) < 1e5f)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(across(a), along(a)) < std::pair(across(b), along(b));
    });
    for (std::size_t first = 0; first < order.size();) {
      std::size_t last = first + 1;
      while (last < order.size() && across(order[last]) == across(order[first]) &&
             along(order[last]) - along(order[last - 1]) < closest)
        ++last;
      for (std::size_t i = first; i < last && last - first >= shortest_rule; ++i) in_rule[order[i]] = true;
      first = last;
    }
  }
  std::vector<Box> kept;
  for (std::size_t i = 0; i < dots.size(); ++i)
    if (!in_rule[i]) kept.push_back(dots[i]);
  return kept;
}

}  // namespace

void put_bullets(const std::vector<Box>& all_dots, std::vector<Line>& lines) {
  const std::vector<Box> dots = without_rules(all_dots);
  std::vector<std::uint32_t> by_height(lines.size());
  std::iota(by_height.begin(), by_height.end(), 0);
  std::stable_sort(by_height.begin(), by_height.end(),
                   [&](auto a, auto b) { return lines[a].middle() < lines[b].middle(); });
  std::vector<Match> matches = matches_of(dots, lines, by_height);
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.dot.x0 < b.dot.x0; });
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    const bool returns = (i > 0 && alike(matches[i - 1].dot, match.dot)) ||
                         (i + 1 < matches.size() && alike(match.dot, matches[i + 1].dot));
    Line& line = lines[match.line];
    if ((!returns && dots.size() > few_dots) || is_bullet(line.words.front().text)) continue;
    line.words.insert(line.words.begin(), {"•", match.dot, line.words.front().style, true});
    line.box.x0 = match.dot.x0;
  }
}

}  // namespace planmark
