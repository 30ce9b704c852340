#include "cli/console.h"

#include <cerrno>
#include <cstring>

namespace planmark {
namespace {

Status status_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::bad_input:
    case ProblemKind::not_found:
      return Status::usage;
    case ProblemKind::storage:
      return Status::storage;
    case ProblemKind::interrupted:
      return Status::interrupted;
    default:
      return Status::left_out;
  }
}

}  // namespace

void Console::print(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), stdout); }

void Console::tell(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), stderr); }

Status Console::fail(const Problem& problem) const {
  std::fflush(stdout);
  tell("planmark: " + describe(problem) + "\n");
  return status_of(problem.kind);
}

Result<void> Console::flush() const {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return {};
  return failure(ProblemKind::storage,
                 std::string("the output could not be written: ") + std::strerror(errno));
}

}  // namespace planmark
