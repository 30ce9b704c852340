// What kind of terminal, if any, a stream is, and how wide text is on one.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace planmark {

struct Terminal {
  bool interactive = false;  // a person is looking at it
  bool colour = false;       // interactive, NO_COLOR is unset or empty, TERM is not "dumb"
  std::size_t width = 80;    // columns; 80 where it is not a terminal
};

Terminal terminal_of(std::FILE* stream);

}  // namespace planmark
