// One run at a time in a workspace.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace planmark {

// Held as long as the value lives; the system takes it back when the process ends in whatever way.
class WorkspaceLock {
 public:
  // Errors: bad_input when another process holds it (named by its number), storage when the lock cannot be
  // made.
  static Result<WorkspaceLock> take(const std::filesystem::path& workspace);
  ~WorkspaceLock();
  WorkspaceLock(WorkspaceLock&& other) noexcept;
  WorkspaceLock& operator=(WorkspaceLock&& other) noexcept;

 private:
  explicit WorkspaceLock(int file) : file_(file) {}
  int file_ = -1;
};

}  // namespace planmark
