#include "reports/chart_png.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <iterator>
#include <memory>
#include <numbers>
#include <span>
#include <thread>

#include "base/utf8.h"
#include "reports/png.h"

namespace planmark {
namespace {

// Cairo draws nothing that is higher.
constexpr double most_dots = 32'000;
constexpr double tile = 7;  // of a pattern

struct Ended {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Held = std::unique_ptr<T, Ended>;

void set_colour(cairo_t* cairo, std::uint32_t colour, double opacity = 1) {
  cairo_set_source_rgba(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0, opacity);
}

// One dot, to be laid out in rows from (x, y) on. A path of all the dots takes five times as long.
Held<cairo_pattern_t> dots_from(cairo_t* cairo, double x, double y) {
  double scale = 1, same = 1;
  cairo_user_to_device_distance(cairo, &scale, &same);
  const int size = static_cast<int>(tile * scale);
  const Held<cairo_surface_t> dot(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size, size));
  const Held<cairo_t> drawn(cairo_create(dot.get()));
  set_colour(drawn.get(), 0x1d1d1b, .4);
  cairo_arc(drawn.get(), 2 * scale, 2 * scale, scale, 0, 2 * std::numbers::pi);
  cairo_fill(drawn.get());
  Held<cairo_pattern_t> dots(cairo_pattern_create_for_surface(dot.get()));
  cairo_pattern_set_extend(dots.get(), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter(dots.get(), CAIRO_FILTER_NEAREST);
  cairo_matrix_t place;
  cairo_matrix_init_scale(&place, scale, scale);
  cairo_matrix_translate(&place, -std::round(x * scale) / scale, -std::round(y * scale) / scale);
  cairo_pattern_set_matrix(dots.get(), &place);
  return dots;
}

// As the patterns of the SVG: lines aslant, or dots.
void fill_pattern(cairo_t* cairo, const ChartRectangle& drawn) {
  cairo_save(cairo);
  cairo_rectangle(cairo, drawn.x, drawn.y, drawn.width, drawn.height);
  cairo_clip(cairo);
  if (drawn.pattern == ChartPattern::slant) {
    set_colour(cairo, 0x1d1d1b, .28);
    cairo_set_line_width(cairo, 2);
    const double step = tile * std::numbers::sqrt2;
    for (double x = drawn.x; x < drawn.x + drawn.width + drawn.height; x += step) {
      cairo_move_to(cairo, x, drawn.y);
      cairo_line_to(cairo, x - drawn.height, drawn.y + drawn.height);
    }
    cairo_stroke(cairo);
  } else {
    cairo_set_source(cairo, dots_from(cairo, drawn.x, drawn.y).get());
    cairo_paint(cairo);
  }
  cairo_restore(cairo);
}

void draw(cairo_t* cairo, const ChartRectangle& drawn) {
  cairo_rectangle(cairo, drawn.x, drawn.y, drawn.width, drawn.height);
  set_colour(cairo, drawn.fill);
  cairo_fill(cairo);
  if (drawn.pattern != ChartPattern::plain) fill_pattern(cairo, drawn);
  cairo_rectangle(cairo, drawn.x, drawn.y, drawn.width, drawn.height);
  set_colour(cairo, 0x1d1d1b);
  cairo_set_line_width(cairo, 1);
  cairo_stroke(cairo);
}

// Without the code points that Unicode keeps for no character, which Cairo takes for broken text.
std::string drawable(const std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    const bool is_none = (c.value & 0xFFFEU) == 0xFFFEU || (c.value >= 0xFDD0 && c.value <= 0xFDEF);
    if (!is_none) append_utf8(kept, c.value);
  }
  return kept;
}

void draw(cairo_t* cairo, const ChartText& drawn, double height) {
  const std::string text = drawable(drawn.text);
  cairo_save(cairo);
  cairo_select_font_face(cairo, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                         drawn.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(cairo, drawn.is_draft_mark ? ChartDrawing::draft_size : ChartDrawing::text_size);
  set_colour(cairo, drawn.colour, drawn.is_draft_mark ? .16 : 1);
  if (drawn.is_draft_mark) {
    cairo_translate(cairo, drawn.x, height / 2);
    cairo_rotate(cairo, ChartDrawing::draft_turn * std::numbers::pi / 180);
    cairo_translate(cairo, -drawn.x, -height / 2);
  }
  cairo_text_extents_t extents;
  cairo_text_extents(cairo, text.c_str(), &extents);
  const double share = drawn.anchor == ChartText::Anchor::begin    ? 0
                       : drawn.anchor == ChartText::Anchor::middle ? .5
                                                                   : 1;
  cairo_move_to(cairo, drawn.x - share * extents.x_advance, drawn.y);
  cairo_show_text(cairo, text.c_str());
  cairo_restore(cairo);
}

void draw(cairo_t* cairo, const ChartDrawing& drawing, int scale) {
  const Held<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cairo, options.get());
  cairo_scale(cairo, scale, scale);
  set_colour(cairo, 0xffffff);
  cairo_paint(cairo);
  for (const ChartRectangle& drawn : drawing.rectangles) draw(cairo, drawn);
  for (const ChartText& drawn : drawing.texts) draw(cairo, drawn, drawing.height);
}

DotRows dots_of(cairo_surface_t* surface) {
  return {cairo_image_surface_get_data(surface),
          static_cast<std::size_t>(cairo_image_surface_get_stride(surface)),
          static_cast<std::uint32_t>(cairo_image_surface_get_width(surface)),
          static_cast<std::uint32_t>(cairo_image_surface_get_height(surface))};
}

Result<std::vector<ChartPicture>> drawn_in_order(std::span<const Figure> figures) {
  std::vector<ChartPicture> pictures;
  for (const Figure& figure : figures) {
    auto picture = chart_png(figure);
    if (!picture) return tl::unexpected(picture.error());
    pictures.push_back(std::move(*picture));
  }
  return pictures;
}

}  // namespace

Result<ChartPicture> chart_png(const Figure& figure, ChartPlace place) {
  const ChartDrawing drawing = chart_drawing(figure, place);
  const int scale = 2 * drawing.height < most_dots ? 2 : 1;
  const Held<cairo_surface_t> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, scale * ChartDrawing::width, static_cast<int>(scale * drawing.height)));
  const Held<cairo_t> cairo(cairo_create(surface.get()));
  draw(cairo.get(), drawing, scale);
  cairo_surface_flush(surface.get());
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS)
    return failure(ProblemKind::internal, "the chart cannot be drawn", figure.id());
  const DotRows dots = dots_of(surface.get());
  auto png = png_of_dots(dots);
  if (!png) return tl::unexpected(png.error());
  return ChartPicture{std::move(*png), dots.width, dots.height};
}

Result<std::vector<ChartPicture>> chart_pictures(const std::vector<Figure>& figures) {
  // One processor is left to whoever wants the pictures.
  const std::size_t most = std::max(2U, std::thread::hardware_concurrency()) - 1;
  const std::size_t size = std::max<std::size_t>(1, (figures.size() + most - 1) / most);
  std::vector<std::future<Result<std::vector<ChartPicture>>>> shares;
  for (std::size_t begin = 0; begin < figures.size(); begin += size)
    shares.push_back(
        std::async(std::launch::async | std::launch::deferred, drawn_in_order,
                   std::span<const Figure>(figures).subspan(begin, std::min(size, figures.size() - begin))));
  std::vector<ChartPicture> pictures;
  for (auto& share : shares) {
    auto drawn = share.get();
    if (!drawn) return tl::unexpected(drawn.error());
    std::ranges::move(*drawn, std::back_inserter(pictures));
  }
  return pictures;
}

}  // namespace planmark
