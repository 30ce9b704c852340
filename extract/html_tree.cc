#include "extract/html_tree.h"

#include <algorithm>

namespace planmark {

bool HtmlNode::has(std::string_view name) const {
  return std::ranges::any_of(attributes, [&](const auto& each) { return each.first == name; });
}

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes)
    if (key == name) return value;
  return {};
}

}  // namespace planmark
