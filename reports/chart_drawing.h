// A figure laid out as a picture: rectangles and lines of text, for whatever draws them (chart_svg.h,
// chart_png.h).
//
// Answers are told apart by their place, their label and a pattern, never by colour alone; each part of a bar
// carries its count where there is room and stands in the legend in any case. A figure of drafts bears the
// word DRAFT across it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/figure.h"

namespace planmark {

// `alone`: a picture for elsewhere, with its headline drawn above the bars. `beside_text`: for a page that
// says it.
enum class ChartPlace : std::uint8_t { alone, beside_text };

enum class ChartPattern : std::uint8_t { plain, slant, dots };

struct ChartRectangle {
  double x = 0, y = 0, width = 0, height = 0;
  std::uint32_t fill = 0;  // 0xRRGGBB; with a thin dark line around it
  ChartPattern pattern = ChartPattern::plain;
};

struct ChartText {
  enum class Anchor : std::uint8_t { begin, middle, end };
  double x = 0, y = 0;  // of the anchor, on the base line
  std::string text;
  Anchor anchor = Anchor::begin;
  std::uint32_t colour = 0x1d1d1b;
  bool bold = false;
  bool is_draft_mark = false;  // large, pale and aslant around its place
};

struct ChartDrawing {
  static constexpr int width = 720;
  static constexpr double text_size = 13, draft_size = 64, draft_turn = -12;  // pixels, degrees
  double height = 0;                                                          // as its rows need
  std::vector<ChartRectangle> rectangles{};
  std::vector<ChartText> texts{};  // drawn upon the rectangles
};

ChartDrawing chart_drawing(const Figure& figure, ChartPlace place = ChartPlace::alone);

}  // namespace planmark
