#include "extract/table_ruling.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace planmark {
namespace {

constexpr std::size_t most_pieces = 6000;
constexpr float same_place = 2;   // points: two pieces at this distance are one line
constexpr float same_extent = 4;  // points: rules of one table end within this distance
constexpr float shortest = 12;
constexpr float thickest = 3.5f;

bool finite(const Box& b) {
  return std::isfinite(b.x0) && std::isfinite(b.y0) && std::isfinite(b.x1) && std::isfinite(b.y1);
}

struct Piece {
  float at, from, to;
};

// Pieces at one place that touch become one; `joined(line, piece)` is told of each further piece.
void sort_pieces(std::vector<Piece>& pieces) {
  for (Piece& p : pieces) p.at = std::round(p.at * 2) / 2;
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return std::tie(a.at, a.from, a.to) < std::tie(b.at, b.from, b.to);
  });
  // Pieces within `same_place` of the first of a group take its place, so that the second key sorts along the
  // line.
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].at - pieces[first].at <= same_place) ++last;
    for (std::size_t i = first; i < last; ++i) pieces[i].at = pieces[first].at;
    std::sort(pieces.begin() + static_cast<std::ptrdiff_t>(first),
              pieces.begin() + static_cast<std::ptrdiff_t>(last),
              [](const Piece& a, const Piece& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    first = last;
  }
}

std::vector<LevelRule> level_rules(std::vector<Piece> pieces) {
  sort_pieces(pieces);
  std::vector<LevelRule> rules;
  for (const Piece& p : pieces) {
    if (!rules.empty() && rules.back().y == p.at && p.from <= rules.back().x1 + same_place) {
      LevelRule& rule = rules.back();
      if (p.from >= rule.x1 - same_place && p.to > rule.x1 + same_place) rule.breaks.push_back(p.from);
      rule.x1 = std::max(rule.x1, p.to);
    } else {
      rules.push_back({p.at, p.from, p.to, {}});
    }
  }
  std::erase_if(rules, [](const LevelRule& r) { return r.x1 - r.x0 < shortest; });
  return rules;
}

std::vector<UprightRule> upright_rules(std::vector<Piece> pieces) {
  sort_pieces(pieces);
  std::vector<UprightRule> rules;
  for (const Piece& p : pieces) {
    if (!rules.empty() && rules.back().x == p.at && p.from <= rules.back().y1 + same_place)
      rules.back().y1 = std::max(rules.back().y1, p.to);
    else
      rules.push_back({p.at, p.from, p.to});
  }
  return rules;
}

}  // namespace

Ruling ruling_of(const RawPage& page) {
  if (page.rules.size() + page.fills.size() > most_pieces) return {};
  std::vector<Piece> level, upright;
  for (const Box& r : page.rules) {
    if (!finite(r)) continue;
    if (r.y1 - r.y0 <= thickest && r.x1 > r.x0)
      level.push_back({(r.y0 + r.y1) / 2, r.x0, r.x1});
    else if (r.x1 - r.x0 <= thickest && r.y1 > r.y0)
      upright.push_back({(r.x0 + r.x1) / 2, r.y0, r.y1});
  }
  for (const Box& f : page.fills) {
    if (!finite(f) || f.y1 - f.y0 > 0.3f * page.height) continue;
    level.push_back({f.y0, f.x0, f.x1});
    level.push_back({f.y1, f.x0, f.x1});
  }
  return {level_rules(std::move(level)), upright_rules(std::move(upright))};
}

std::vector<Frame> frames_of(const Ruling& ruling) {
  std::vector<Frame> frames;
  for (const LevelRule& rule : ruling.level) {
    const auto same = [&](const Frame& f) {
      return std::abs(f.x0 - rule.x0) <= same_extent && std::abs(f.x1 - rule.x1) <= same_extent;
    };
    const auto frame = std::find_if(frames.begin(), frames.end(), same);
    if (frame == frames.end()) {
      if (frames.size() < 200) frames.push_back({rule.x0, rule.x1, {rule.y}});
    } else if (rule.y - frame->ys.back() > same_extent) {
      frame->ys.push_back(rule.y);
    }
  }
  std::erase_if(frames, [](const Frame& f) { return f.ys.size() < 2; });
  return frames;
}

}  // namespace planmark
