#include "reports/chart_drawing.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/format.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

using Anchor = ChartText::Anchor;

constexpr int width = ChartDrawing::width;
constexpr int margin = 12;
constexpr int line_height = 20;
constexpr int bar_height = 44;
constexpr int ranked_row = 30;
constexpr int label_width = 270;
constexpr double character_width = 7.2;  // of 13-pixel sans-serif text, on the wide side
constexpr std::uint32_t soft = 0x55595c, red = 0xb3261e;

// Fill and pattern of the parts of a divided bar, in the survey's order: contrast of 4.5 to 1 or more with
// the text upon them (WCAG 2.1, 1.4.3).
struct Look {
  std::uint32_t fill, text;
  ChartPattern pattern;
};
constexpr std::array<Look, 6> looks = {{{0x0b5d5e, 0xffffff, ChartPattern::plain},
                                        {0xa9d5d0, 0x1d1d1b, ChartPattern::slant},
                                        {0xe4e0d8, 0x1d1d1b, ChartPattern::dots},
                                        {0x6a4c93, 0xffffff, ChartPattern::plain},
                                        {0xf2cc8f, 0x1d1d1b, ChartPattern::slant},
                                        {0xc7d3dd, 0x1d1d1b, ChartPattern::dots}}};

const Look& look_of(std::size_t row) { return looks[row % looks.size()]; }

std::string row_words(const FigureRow& row) {
  return printable(format("{}: {}", row.label, count_text(row.share)));
}

double width_of(std::string_view text) { return character_width * static_cast<double>(columns_of(text)); }

double share_of(const Share& share) {
  return share.base == 0 ? 0 : static_cast<double>(share.count) / static_cast<double>(share.base);
}

void draw_part(std::size_t row, double x, double w, double h, ChartDrawing& drawing) {
  drawing.rectangles.push_back({x, drawing.height, w, h, look_of(row).fill, look_of(row).pattern});
}

void draw_legend(const Figure& figure, ChartDrawing& drawing) {
  double x = margin;
  for (std::size_t i = 0; i < figure.rows.size(); ++i) {
    const std::string words = row_words(figure.rows[i]);
    const double wide = 24 + width_of(words) + 18;
    if (x > margin && x + wide > width - margin) {
      x = margin;
      drawing.height += line_height;
    }
    draw_part(i, x, 16, 13, drawing);
    drawing.texts.push_back({x + 24, drawing.height + 11, words});
    x += wide;
  }
  drawing.height += line_height + 6;
}

void draw_stacked(const Figure& figure, ChartDrawing& drawing) {
  const double whole = width - 2 * margin;
  double x = margin;
  for (std::size_t i = 0; i < figure.rows.size(); ++i) {
    const Share& share = figure.rows[i].share;
    if (share.count == 0) continue;
    const double w = whole * share_of(share);
    draw_part(i, x, w, bar_height, drawing);
    const std::string number = format("{}", share.count);
    if (w > width_of(number) + 10)
      drawing.texts.push_back(
          {x + w / 2, drawing.height + bar_height / 2.0 + 5, number, Anchor::middle, look_of(i).text, true});
    x += w;
  }
  drawing.height += bar_height + 12;
  draw_legend(figure, drawing);
}

void draw_ranked(const Figure& figure, ChartDrawing& drawing) {
  const double whole = width - label_width - 2 * margin - 90;
  const auto most_columns = static_cast<std::size_t>((label_width - 10) / character_width);
  for (const FigureRow& row : figure.rows) {
    const double w = whole * share_of(row.share);
    const double base_line = drawing.height + 17;
    drawing.texts.push_back(
        {margin + label_width - 8, base_line, shortened(printable(row.label), most_columns), Anchor::end});
    drawing.rectangles.push_back(
        {margin + label_width, drawing.height + 2, std::max(w, 1.0), ranked_row - 9, looks[0].fill});
    drawing.texts.push_back({margin + label_width + w + 8, base_line, count_text(row.share)});
    drawing.height += ranked_row;
  }
  drawing.height += 6;
}

void draw_lines(const std::string& text, std::uint32_t colour, bool bold, ChartDrawing& drawing) {
  for (const std::string& line :
       wrap(printable(text), static_cast<std::size_t>((width - 2 * margin) / character_width))) {
    drawing.height += line_height;
    drawing.texts.push_back({margin, drawing.height - 5, line, Anchor::begin, colour, bold});
  }
  drawing.height += 8;
}

}  // namespace

ChartDrawing chart_drawing(const Figure& figure, ChartPlace place) {
  ChartDrawing drawing{.height = 4};
  if (place == ChartPlace::alone) draw_lines(headline(figure), 0x1d1d1b, true, drawing);
  if (figure.base > 0)
    figure.form == Figure::Form::ranked ? draw_ranked(figure, drawing) : draw_stacked(figure, drawing);
  draw_lines(base_line(figure), soft, false, drawing);
  if (figure.basis == Basis::drafts)
    drawing.texts.push_back({width / 2.0, drawing.height / 2 + 22, "DRAFT", Anchor::middle, red, true, true});
  return drawing;
}

}  // namespace planmark
