#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace planmark {

Terminal terminal_of(std::FILE* stream) {
  Terminal terminal;
  terminal.interactive = isatty(fileno(stream)) == 1;
  if (!terminal.interactive) return terminal;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  terminal.colour =
      (no_colour == nullptr || *no_colour == '\0') && kind != nullptr && std::string_view(kind) != "dumb";
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) terminal.width = size.ws_col;
  return terminal;
}

}  // namespace planmark
