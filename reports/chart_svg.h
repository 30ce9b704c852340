// A figure as a picture: SVG that stands alone, needs no script and says its numbers in words as well.
//
// Answers are told apart by their place, their label and a pattern, never by colour alone; each part of a bar
// carries its count where there is room and stands in the legend in any case. A figure of drafts bears the
// word DRAFT across it.
#pragma once

#include <cstdint>
#include <string>

#include "reports/figure.h"

namespace planmark {

// `alone`: a picture for elsewhere, with its headline drawn above the bars. `beside_text`: for a page that says it.
enum class ChartPlace : std::uint8_t { alone, beside_text };

// 720 wide; as high as its rows need. Text is in the reader's own sans-serif font.
std::string chart_svg(const Figure& figure, ChartPlace place = ChartPlace::alone);

}  // namespace planmark
