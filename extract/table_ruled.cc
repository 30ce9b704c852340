#include <algorithm>
#include <cmath>

#include "extract/table.h"
#include "extract/table_columns.h"

namespace planmark {
namespace {

constexpr float larger_type = 1.3f;     // times the frame's usual size: a heading, no cell
constexpr std::size_t tall_column = 4;  // lines: more, drawn column by column, are prose

using Members = std::vector<std::uint32_t>;

enum class BandKind { empty, single, cells, foreign };

struct Band {
  BandKind kind = BandKind::empty;
  Members lines;  // ascending
  float height = 0;
};

class FrameReader {
 public:
  FrameReader(const std::vector<Line>& lines, const Ruling& ruling, const Frame& frame,
              const Members& by_height)
      : lines_(lines), ruling_(ruling), frame_(frame), by_height_(by_height) {}

  void add_areas(std::vector<Members>& areas) {
    std::vector<Band> bands = read_bands();
    for (std::size_t first = 0; first < bands.size();) {
      if (bands[first].kind == BandKind::foreign) {
        ++first;
        continue;
      }
      std::size_t last = first;
      while (last < bands.size() && bands[last].kind != BandKind::foreign) ++last;
      add_run(bands, first, last, areas);
      first = last;
    }
  }

 private:
  std::vector<Band> read_bands() {
    std::vector<Band> bands;
    std::vector<float> sizes;
    for (std::size_t i = 0; i + 1 < frame_.ys.size(); ++i) {
      Band band;
      band.height = frame_.ys[i + 1] - frame_.ys[i];
      band.lines = lines_between(frame_.ys[i], frame_.ys[i + 1]);
      for (const std::uint32_t l : band.lines) sizes.push_back(lines_[l].size);
      bands.push_back(std::move(band));
    }
    if (sizes.empty()) return bands;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2),
                     sizes.end());
    usual_size_ = sizes[sizes.size() / 2];
    for (Band& band : bands) band.kind = kind_of(band);
    return bands;
  }

  Members lines_between(float y0, float y1) const {
    auto at = std::lower_bound(by_height_.begin(), by_height_.end(), y0,
                               [&](std::uint32_t l, float y) { return lines_[l].middle() < y; });
    Members found;
    for (; at != by_height_.end() && lines_[*at].middle() < y1; ++at) {
      const Line& line = lines_[*at];
      const float middle = (line.box.x0 + line.box.x1) / 2;
      if (middle > frame_.x0 && middle < frame_.x1) found.push_back(*at);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  BandKind kind_of(const Band& band) const {
    if (band.lines.empty()) return band.height > 0.1f * 842 ? BandKind::foreign : BandKind::empty;
    std::size_t beside = 0, back = 0;
    for (std::size_t i = 0; i < band.lines.size(); ++i) {
      const Line& line = lines_[band.lines[i]];
      if (line.size > larger_type * usual_size_ || line.rotation != 0) return BandKind::foreign;
      if (i == 0) continue;
      const Line& before = lines_[band.lines[i - 1]];
      if (line.box.x0 >= before.box.x1 - 1 && line.box.y0 < before.box.y1) ++beside;
      if (line.box.x1 <= before.box.x0 && line.box.y0 > before.box.y0) ++back;
      if (line.box.x0 >= before.box.x1 - 1 && line.box.y1 < before.box.y0) ++beside;
    }
    if (beside == 0) {
      const float needed = 1.7f * usual_size_ * static_cast<float>(band.lines.size()) + 1.2f * usual_size_;
      return band.lines.size() > tall_column || band.height > needed ? BandKind::foreign : BandKind::single;
    }
    const bool prose = back == 0 && band.lines.size() / (beside + 1) > tall_column;
    return prose && !has_upright(band) ? BandKind::foreign : BandKind::cells;
  }

  bool has_upright(const Band& band) const {
    const float middle = lines_[band.lines.front()].middle();
    return std::any_of(ruling_.upright.begin(), ruling_.upright.end(), [&](const UprightRule& rule) {
      return rule.x > frame_.x0 + 10 && rule.x < frame_.x1 - 10 && rule.y0 < middle && rule.y1 > middle;
    });
  }

  // The line runs over x without a wide space there.
  static bool covers(const Line& line, float x) {
    if (line.box.x0 > x - 8 || line.box.x1 < x + 8) return false;
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      const float end = line.words[i - 1].box.x1, start = line.words[i].box.x0;
      if (end < x + 1 && start > x - 1 && start - end > 0.4f * line.size) return false;
    }
    return true;
  }

  // The first band is no row of the table below it: columns of prose between a ruled heading and the table.
  bool crosses_columns(std::vector<Band>::const_iterator first,
                       std::vector<Band>::const_iterator last) const {
    if (first->kind != BandKind::cells) return false;
    std::vector<Line> rest;
    Box area{frame_.x0, 1e9f, frame_.x1, 0};
    for (auto band = std::next(first); band != last; ++band)
      for (const std::uint32_t l : band->lines) {
        rest.push_back(lines_[l]);
        area.y0 = std::min(area.y0, lines_[l].box.y0);
        area.y1 = std::max(area.y1, lines_[l].box.y1);
      }
    const std::vector<float> edges = column_edges(rest, area, ruling_);
    return std::any_of(first->lines.begin(), first->lines.end(), [&](std::uint32_t l) {
      return std::any_of(edges.begin(), edges.end(), [&](float x) { return covers(lines_[l], x); });
    });
  }

  // Bands [first, last) hold no foreign one.
  void add_run(const std::vector<Band>& bands, std::size_t first, std::size_t last,
               std::vector<Members>& areas) const {
    const auto is_cells = [](const Band& b) { return b.kind == BandKind::cells; };
    const auto begin = bands.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = bands.begin() + static_cast<std::ptrdiff_t>(last);
    if (std::count_if(begin, end, is_cells) < 2) return;
    const auto start = crosses_columns(begin, end) ? std::next(begin) : begin;
    if (std::count_if(start, end, is_cells) < 2) return;
    Members members;
    for (auto band = start; band != end; ++band)
      members.insert(members.end(), band->lines.begin(), band->lines.end());
    std::sort(members.begin(), members.end());
    areas.push_back(std::move(members));
  }

  const std::vector<Line>& lines_;
  const Ruling& ruling_;
  const Frame& frame_;
  const Members& by_height_;
  float usual_size_ = 10;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> ruled_areas(const std::vector<Line>& lines, const Ruling& ruling) {
  Members by_height(lines.size());
  for (std::uint32_t i = 0; i < lines.size(); ++i) by_height[i] = i;
  std::stable_sort(by_height.begin(), by_height.end(),
                   [&](auto a, auto b) { return lines[a].middle() < lines[b].middle(); });
  std::vector<Frame> frames = frames_of(ruling);
  // A wide frame is the whole table, narrower ones are its columns.
  std::stable_sort(frames.begin(), frames.end(),
                   [](const Frame& a, const Frame& b) { return a.x1 - a.x0 > b.x1 - b.x0; });
  std::vector<Members> areas;
  for (const Frame& frame : frames) FrameReader(lines, ruling, frame, by_height).add_areas(areas);
  return areas;
}

}  // namespace planmark
