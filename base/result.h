// A value or the Problem that prevented it. The one home of the expected library.
//
//   Result<std::string> text = read_file(path);
//   if (!text) return tl::unexpected(text.error());
#pragma once

#include <tl/expected.hpp>

#include "base/problem.h"

namespace planmark {

template <class T>
using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> failure(ProblemKind kind, std::string what, std::string where = {},
                                       std::string fix = {}) {
  return tl::unexpected<Problem>(Problem{kind, std::move(what), std::move(where), std::move(fix)});
}

}  // namespace planmark
