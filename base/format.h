// The one home of the formatting library: planmark::format("{} of {}", 1, 2).
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace planmark {
using fmt::format;

// "a, b, c" with ", " between.
inline std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}
}  // namespace planmark
