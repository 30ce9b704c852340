#include "reports/chart_svg.h"

#include <string_view>

#include "base/format.h"
#include "reports/html_text.h"

namespace planmark {
namespace {

constexpr const char* patterns =
    R"svg(<defs><pattern id="ID-slant" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="#1d1d1b" stroke-opacity=".28" stroke-width="2"/></pattern><pattern id="ID-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1" fill="#1d1d1b" fill-opacity=".4"/></pattern></defs>)svg";

std::string colour_of(std::uint32_t colour) { return format("#{:06x}", colour); }

std::string rectangle(const ChartRectangle& drawn, std::string_view fill) {
  return format(
             R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="#1d1d1b" stroke-width="1"/>)",
             drawn.x, drawn.y, drawn.width, drawn.height, fill) +
         "\n";
}

std::string rectangle(const ChartRectangle& drawn, const std::string& id) {
  std::string svg = rectangle(drawn, std::string_view(colour_of(drawn.fill)));
  if (drawn.pattern == ChartPattern::plain) return svg;
  const char* pattern = drawn.pattern == ChartPattern::slant ? "slant" : "dots";
  return svg + rectangle(drawn, std::string_view(format("url(#{}-{})", id, pattern)));
}

std::string style_of(const ChartText& drawn, double height) {
  std::string style;
  if (drawn.anchor != ChartText::Anchor::begin)
    style += format(R"( text-anchor="{}")", drawn.anchor == ChartText::Anchor::middle ? "middle" : "end");
  if (drawn.bold) style += R"( font-weight="700")";
  if (drawn.colour != 0x1d1d1b) style += format(R"( fill="{}")", colour_of(drawn.colour));
  if (drawn.is_draft_mark)
    style += format(
        R"svg( font-size="{:.0f}" fill-opacity=".16" transform="rotate({:.0f} {:.1f} {:.1f})" aria-hidden="true")svg",
        ChartDrawing::draft_size, ChartDrawing::draft_turn, drawn.x, height / 2);
  return style;
}

std::string with_id(std::string text, const std::string& id) {
  for (std::size_t at = text.find("ID-"); at != std::string::npos; at = text.find("ID-", at + id.size() + 1))
    text.replace(at, 2, id);
  return text;
}

}  // namespace

std::string chart_svg(const Figure& figure, ChartPlace place) {
  const ChartDrawing drawing = chart_drawing(figure, place);
  const std::string id = figure.id();
  std::string svg = format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1:.0f}" width="{0}" height="{1:.0f}" role="img" aria-labelledby="{2}-title {2}-desc" font-family="system-ui, sans-serif" font-size="{3:.0f}" fill="#1d1d1b">)",
      ChartDrawing::width, drawing.height, id, ChartDrawing::text_size);
  svg += format("\n<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id,
                html_of(headline(figure)), html_of(description(figure)));
  svg += with_id(patterns, id) + "\n";
  svg += format(R"(<rect width="{}" height="{:.0f}" fill="#ffffff"/>)", ChartDrawing::width, drawing.height) +
         "\n";
  for (const ChartRectangle& drawn : drawing.rectangles) svg += rectangle(drawn, id);
  for (const ChartText& drawn : drawing.texts)
    svg += format(R"(<text x="{:.1f}" y="{:.1f}"{}>{}</text>)", drawn.x, drawn.y,
                  style_of(drawn, drawing.height), html_of(drawn.text)) +
           "\n";
  return svg + "</svg>\n";
}

}  // namespace planmark
