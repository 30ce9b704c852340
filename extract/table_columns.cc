#include "extract/table_columns.h"

#include <algorithm>
#include <cmath>

namespace planmark {
namespace {

constexpr std::size_t most_columns = 40;
constexpr float same_edge = 4;                     // points
constexpr float word_space = 0.55f;                // type sizes: a wider space may lie between columns
constexpr float narrowest_gap = 3;                 // points
constexpr std::size_t rows_for_an_exception = 12;  // one row in so many may cross a gap

// Places seen at least `enough` times (each counted with a weight), near ones taken together.
std::vector<float> frequent(std::vector<std::pair<float, float>> weighted, float enough, const Box& area) {
  std::sort(weighted.begin(), weighted.end());
  std::vector<float> edges;
  for (std::size_t first = 0; first < weighted.size();) {
    std::size_t last = first;
    float weight = 0;
    while (last < weighted.size() && weighted[last].first - weighted[first].first <= same_edge)
      weight += weighted[last++].second;
    const float x = weighted[first].first;
    if (weight >= enough && x > area.x0 + 2 * same_edge && x < area.x1 - 2 * same_edge) edges.push_back(x);
    first = last;
  }
  return edges;
}

std::vector<float> from_upright(const Ruling& ruling, const Box& area) {
  std::vector<std::pair<float, float>> weighted;
  for (const UprightRule& rule : ruling.upright) {
    const float length = shared(rule.y0, rule.y1, area.y0, area.y1);
    if (length > 0 && rule.x > area.x0 - same_edge && rule.x < area.x1 + same_edge)
      weighted.push_back({rule.x, length});
  }
  return frequent(std::move(weighted), 0.4f * (area.y1 - area.y0), area);
}

std::vector<float> from_breaks(const Ruling& ruling, const Box& area) {
  std::vector<std::pair<float, float>> weighted;
  float rules = 0;
  for (const LevelRule& rule : ruling.level) {
    if (rule.y < area.y0 - same_edge || rule.y > area.y1 + same_edge) continue;
    if (shared(rule.x0, rule.x1, area.x0, area.x1) < 0.7f * (area.x1 - area.x0)) continue;
    rules += 1;
    for (const float x : rule.breaks) weighted.push_back({x, 1});
  }
  return frequent(std::move(weighted), std::max(2.f, 0.5f * rules), area);
}

struct Turn {
  float x;
  int change;
};

// Gaps that (nearly) no line crosses.
std::vector<float> from_gaps(const std::vector<Line>& lines) {
  std::vector<Turn> turns;
  std::vector<float> heights;
  float size = 0;
  for (const Line& line : lines) {
    size = std::max(size, line.size);
    heights.push_back(line.middle());
    float start = line.words.front().box.x0, end = line.words.front().box.x1;
    for (const LineWord& word : line.words) {
      if (word.box.x0 - end > word_space * line.size) {
        turns.push_back({start, 1}), turns.push_back({end, -1});
        start = word.box.x0;
      }
      end = std::max(end, word.box.x1);
    }
    turns.push_back({start, 1}), turns.push_back({end, -1});
  }
  std::sort(heights.begin(), heights.end());
  std::size_t rows = heights.empty() ? 0 : 1;
  for (std::size_t i = 1; i < heights.size(); ++i) rows += heights[i] - heights[i - 1] > 0.5f * size;
  const int allowed = static_cast<int>(rows / rows_for_an_exception);
  std::sort(turns.begin(), turns.end(),
            [](const Turn& a, const Turn& b) { return a.x != b.x ? a.x < b.x : a.change > b.change; });
  std::vector<float> edges;
  int covering = 0;
  bool seen = false;  // some column lies to the left
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    covering += turns[i].change;
    seen = seen || covering > allowed;
    const float gap = turns[i + 1].x - turns[i].x;
    if (covering > allowed || !seen || gap < std::max(narrowest_gap, 0.3f * size)) continue;
    edges.push_back(turns[i].x + gap / 2);
    seen = false;
  }
  if (!seen && !edges.empty()) edges.pop_back();
  return edges;
}

}  // namespace

std::vector<float> column_edges(const std::vector<Line>& lines, const Box& area, const Ruling& ruling) {
  std::vector<float> edges = from_upright(ruling, area);
  if (edges.empty()) edges = from_breaks(ruling, area);
  if (edges.empty()) edges = from_gaps(lines);
  if (edges.size() >= most_columns) edges.resize(most_columns - 1);
  return edges;
}

}  // namespace planmark
