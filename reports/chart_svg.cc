#include "reports/chart_svg.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/format.h"
#include "reports/html_text.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

constexpr int width = 720;
constexpr int margin = 12;
constexpr int line_height = 20;
constexpr int bar_height = 44;
constexpr int ranked_row = 30;
constexpr int label_width = 270;
constexpr double character_width = 7.2;  // of 13-pixel sans-serif text, on the wide side

// Fill and pattern of the parts of a divided bar, in the survey's order: contrast of 4.5 to 1 or more with
// the text upon them (WCAG 2.1, 1.4.3).
struct Look {
  const char *fill, *text, *pattern;
};
constexpr std::array<Look, 6> looks = {{{"#0b5d5e", "#ffffff", ""},
                                        {"#a9d5d0", "#1d1d1b", "slant"},
                                        {"#e4e0d8", "#1d1d1b", "dots"},
                                        {"#6a4c93", "#ffffff", ""},
                                        {"#f2cc8f", "#1d1d1b", "slant"},
                                        {"#c7d3dd", "#1d1d1b", "dots"}}};

constexpr const char* patterns =
    R"svg(<defs><pattern id="ID-slant" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="#1d1d1b" stroke-opacity=".28" stroke-width="2"/></pattern><pattern id="ID-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#1d1d1b" fill-opacity=".4"/></pattern></defs>)svg";

const Look& look_of(std::size_t row) { return looks[row % looks.size()]; }

std::string text_at(double x, double y, std::string_view text, std::string_view more = {}) {
  return format(R"(<text x="{:.1f}" y="{:.1f}"{}>{}</text>)", x, y, more, html_of(text)) + "\n";
}

std::string rectangle(double x, double y, double w, double h, std::string_view fill) {
  return format(
             R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="#1d1d1b" stroke-width="1"/>)",
             x, y, w, h, fill) +
         "\n";
}

std::string filled(const std::string& id, std::size_t row, double x, double y, double w, double h) {
  const Look& look = look_of(row);
  std::string drawn = rectangle(x, y, w, h, look.fill);
  if (*look.pattern != '\0') drawn += rectangle(x, y, w, h, format("url(#{}-{})", id, look.pattern));
  return drawn;
}

std::string row_words(const FigureRow& row) { return format("{}: {}", row.label, count_text(row.share)); }

double width_of(std::string_view text) { return character_width * static_cast<double>(columns_of(text)); }

struct Drawing {
  std::string body;
  double height = 0;
};

void draw_legend(const Figure& figure, Drawing& drawing) {
  double x = margin;
  for (std::size_t i = 0; i < figure.rows.size(); ++i) {
    const std::string words = row_words(figure.rows[i]);
    const double wide = 24 + width_of(words) + 18;
    if (x > margin && x + wide > width - margin) {
      x = margin;
      drawing.height += line_height;
    }
    drawing.body += filled(figure.id(), i, x, drawing.height, 16, 13);
    drawing.body += text_at(x + 24, drawing.height + 11, words);
    x += wide;
  }
  drawing.height += line_height + 6;
}

void draw_stacked(const Figure& figure, Drawing& drawing) {
  const double whole = width - 2 * margin;
  double x = margin;
  for (std::size_t i = 0; i < figure.rows.size(); ++i) {
    const Share& share = figure.rows[i].share;
    if (share.count == 0) continue;
    const double w = whole * static_cast<double>(share.count) / static_cast<double>(share.base);
    drawing.body += filled(figure.id(), i, x, drawing.height, w, bar_height);
    const std::string number = format("{}", share.count);
    if (w > width_of(number) + 10)
      drawing.body +=
          text_at(x + w / 2, drawing.height + bar_height / 2.0 + 5, number,
                  format(R"( text-anchor="middle" font-weight="700" fill="{}")", look_of(i).text));
    x += w;
  }
  drawing.height += bar_height + 12;
  draw_legend(figure, drawing);
}

void draw_ranked(const Figure& figure, Drawing& drawing) {
  const double whole = width - label_width - 2 * margin - 90;
  const auto most_columns = static_cast<std::size_t>((label_width - 10) / character_width);
  for (const FigureRow& row : figure.rows) {
    const double w = row.share.base == 0
                         ? 0
                         : whole * static_cast<double>(row.share.count) / static_cast<double>(row.share.base);
    drawing.body += text_at(margin + label_width - 8, drawing.height + 17, shortened(row.label, most_columns),
                            R"( text-anchor="end")");
    drawing.body +=
        rectangle(margin + label_width, drawing.height + 2, std::max(w, 1.0), ranked_row - 9, looks[0].fill);
    drawing.body += text_at(margin + label_width + w + 8, drawing.height + 17, count_text(row.share));
    drawing.height += ranked_row;
  }
  drawing.height += 6;
}

void draw_lines(const std::string& text, std::string_view style, Drawing& drawing) {
  for (const std::string& line :
       wrap(text, static_cast<std::size_t>((width - 2 * margin) / character_width))) {
    drawing.height += line_height;
    drawing.body += text_at(margin, drawing.height - 5, line, style);
  }
  drawing.height += 8;
}

void draw_draft_mark(Drawing& drawing) {
  const double x = width / 2.0, y = drawing.height / 2;
  drawing.body += text_at(
      x, y + 22, "DRAFT",
      format(
          R"svg( text-anchor="middle" font-size="64" font-weight="700" fill="#b3261e" fill-opacity=".16" transform="rotate(-12 {:.1f} {:.1f})" aria-hidden="true")svg",
          x, y));
}

std::string with_id(std::string text, const std::string& id) {
  for (std::size_t at = text.find("ID-"); at != std::string::npos; at = text.find("ID-", at + id.size() + 1))
    text.replace(at, 2, id);
  return text;
}

}  // namespace

std::string chart_svg(const Figure& figure, ChartPlace place) {
  Drawing drawing{.body = {}, .height = 4};
  if (place == ChartPlace::alone) draw_lines(headline(figure), R"( font-weight="700")", drawing);
  if (figure.base > 0)
    figure.form == Figure::Form::ranked ? draw_ranked(figure, drawing) : draw_stacked(figure, drawing);
  draw_lines(base_line(figure), R"( fill="#55595c")", drawing);
  if (figure.basis == Basis::drafts) draw_draft_mark(drawing);

  const std::string id = figure.id();
  std::string svg = format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1:.0f}" width="{0}" height="{1:.0f}" role="img" aria-labelledby="{2}-title {2}-desc" font-family="system-ui, sans-serif" font-size="13" fill="#1d1d1b">)",
      width, drawing.height, id);
  svg += format("\n<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id,
                html_of(headline(figure)), html_of(description(figure)));
  svg += with_id(patterns, id) + "\n";
  svg += format(R"(<rect width="{}" height="{:.0f}" fill="#ffffff"/>)", width, drawing.height) + "\n";
  return svg + drawing.body + "</svg>\n";
}

}  // namespace planmark
