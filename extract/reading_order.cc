#include "extract/reading_order.h"

#include <algorithm>
#include <numeric>

#include "extract/line.h"

namespace planmark {
namespace {

constexpr float narrowest_gutter = 8;    // points
constexpr std::size_t most_runs = 3000;  // more are not text columns; bounds the work
constexpr float widest_step = 3;         // in line heights: a larger gap below starts a new run

struct Run {
  Box box;
  std::uint32_t first = 0, last = 0;  // half-open range of indices into the boxes
};

bool goes_on_below(const Box& a, const Box& b) {
  const float height = std::min(a.y1 - a.y0, b.y1 - b.y0);
  return shared(a.x0, a.x1, b.x0, b.x1) > 0 && b.y0 > a.y0 && b.y0 - a.y1 < widest_step * height;
}

bool jumps_back(const Box& a, const Box& b) {
  const float slack = 0.3f * std::min(a.y1 - a.y0, b.y1 - b.y0);
  const bool above = b.y1 <= a.y0 + slack;
  const bool beside = shared(a.y0, a.y1, b.y0, b.y1) > slack;
  return (above && b.x0 < a.x1 - slack) || (beside && b.x1 <= a.x0 + slack);
}

std::vector<Run> runs_of(const std::vector<Box>& boxes) {
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    if (i > 0 && goes_on_below(boxes[i - 1], boxes[i])) {
      grow(runs.back().box, boxes[i]);
      runs.back().last = i + 1;
    } else {
      runs.push_back({boxes[i], i, i + 1});
    }
  }
  return runs;
}

using Indices = std::vector<std::uint32_t>;

class Cutter {
 public:
  explicit Cutter(const std::vector<Run>& runs) : runs_(runs) {}

  Indices order(Indices region) {
    cut(std::move(region), 0);
    return std::move(ordered_);
  }

 private:
  void cut(Indices region, int depth) {
    std::sort(region.begin(), region.end());
    if (region.size() < 2 || depth > 40) return emit(region);
    std::vector<Indices> columns = split_by_gutters(region);
    if (columns.size() > 1) {
      for (Indices& column : columns) cut(std::move(column), depth + 1);
      return;
    }
    std::vector<Indices> bands = split_into_bands(region);
    if (bands.size() < 2) return emit(region);
    for (Indices& band : joined_by_gutters(std::move(bands))) cut(std::move(band), depth + 1);
  }

  void emit(const Indices& region) { ordered_.insert(ordered_.end(), region.begin(), region.end()); }

  std::vector<Indices> split_by_gutters(Indices region) const {
    std::stable_sort(region.begin(), region.end(),
                     [&](auto a, auto b) { return runs_[a].box.x0 < runs_[b].box.x0; });
    std::vector<Indices> parts(1);
    float reach = runs_[region.front()].box.x1;
    for (const std::uint32_t i : region) {
      if (!parts.back().empty() && runs_[i].box.x0 - reach >= narrowest_gutter) parts.emplace_back();
      reach = std::max(reach, runs_[i].box.x1);
      parts.back().push_back(i);
    }
    return parts;
  }

  std::vector<Indices> split_into_bands(Indices region) const {
    std::stable_sort(region.begin(), region.end(),
                     [&](auto a, auto b) { return runs_[a].box.y0 < runs_[b].box.y0; });
    std::vector<Indices> parts(1);
    float reach = runs_[region.front()].box.y1;
    for (const std::uint32_t i : region) {
      if (!parts.back().empty() && runs_[i].box.y0 >= reach - 1) parts.emplace_back();
      reach = std::max(reach, runs_[i].box.y1);
      parts.back().push_back(i);
    }
    return parts;
  }

  // Bands that share a gutter are one strip of columns; one that crosses it stands alone. At least two parts.
  std::vector<Indices> joined_by_gutters(std::vector<Indices> bands) const {
    std::vector<Indices> strips;
    for (Indices& band : bands) {
      if (!strips.empty() && split_by_gutters(strips.back()).size() > 1) {
        Indices both = strips.back();
        both.insert(both.end(), band.begin(), band.end());
        if (split_by_gutters(both).size() > 1) {
          strips.back() = std::move(both);
          continue;
        }
      }
      strips.push_back(std::move(band));
    }
    return strips;
  }

  const std::vector<Run>& runs_;
  Indices ordered_;
};

}  // namespace

std::vector<std::uint32_t> reading_order(const std::vector<Box>& boxes) {
  std::vector<std::uint32_t> order(boxes.size());
  std::iota(order.begin(), order.end(), 0);
  bool back = false;
  for (std::size_t i = 1; i < boxes.size() && !back; ++i) back = jumps_back(boxes[i - 1], boxes[i]);
  if (!back) return order;
  const std::vector<Run> runs = runs_of(boxes);
  if (runs.size() > most_runs) return order;
  Indices all(runs.size());
  std::iota(all.begin(), all.end(), 0);
  order.clear();
  for (const std::uint32_t r : Cutter(runs).order(std::move(all)))
    for (std::uint32_t i = runs[r].first; i < runs[r].last; ++i) order.push_back(i);
  return order;
}

}  // namespace planmark
