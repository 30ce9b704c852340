// A web page as elements and text, before anyone has decided what is a block: the value that parse_html()
// (extract/read_html.h) gives and lay_out_html() (extract/html_layout.h) takes. No parser's type appears
// here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planmark {

struct HtmlNode {
  std::string tag;   // lower case; empty for text
  std::string text;  // of a text node: UTF-8, entities resolved, white space as it stands
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case
  std::uint32_t end = 0;                                        // one past the last node inside this one

  bool is_text() const { return tag.empty(); }
  bool has(std::string_view attribute) const;
  // Its value as it stands, empty when it is not there.
  std::string_view attribute(std::string_view name) const;
};

// Every node comes before what is inside it: node i holds [i + 1, nodes[i].end).
struct HtmlTree {
  std::vector<HtmlNode> nodes;
};

}  // namespace planmark
