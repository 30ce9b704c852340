// The way out to people: everything that planmark prints goes through here.
#pragma once

#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "cli/terminal.h"

namespace planmark {

// What the program ends with; documented in `planmark --help` and the README.
enum class Status { done = 0, left_out = 1, usage = 2, storage = 3, interrupted = 130 };

struct Console {
  Terminal out = terminal_of(stdout);
  Terminal err = terminal_of(stderr);

  void print(std::string_view text) const;  // results: stdout
  void tell(std::string_view text) const;   // messages: stderr
  // Tells the problem and gives the status that it ends the program with.
  Status fail(const Problem& problem) const;
  // Ends output. Errors: storage, when what was printed could not be written (a full disk).
  Result<void> flush() const;
};

}  // namespace planmark
