// The one home of the formatting library: planmark::format("{} of {}", 1, 2).
#pragma once

#include <fmt/format.h>

namespace planmark {
using fmt::format;
}  // namespace planmark
