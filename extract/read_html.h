// Parses a web page as browsers do (the HTML standard, with its rules for mistakes): the only door to Gumbo.
#pragma once

#include <string_view>

#include "base/result.h"
#include "extract/html_tree.h"

namespace planmark {

// Elements nested deeper than this lie side by side in the tree: no page needs more, and what walks the tree
// may recurse.
inline constexpr std::uint32_t deepest_html = 200;

// Any bytes give a tree. Comments are left out. Errors: too_large, when the page has more elements than can
// be held (some two million).
Result<HtmlTree> parse_html(std::string_view bytes);

}  // namespace planmark
