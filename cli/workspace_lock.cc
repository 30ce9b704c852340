#include "cli/workspace_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/format.h"

namespace planmark {

Result<WorkspaceLock> WorkspaceLock::take(const std::filesystem::path& workspace) {
  const std::filesystem::path path = workspace / "run.lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return failure(ProblemKind::storage, format("the workspace cannot be written: {}", std::strerror(errno)),
                   workspace.string(), "choose another folder with --workspace");
  }
  // A record lock, unlike flock(), is not shared with the workers that are forked from this process.
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (fcntl(file, F_SETLK, &whole) == 0) return WorkspaceLock(file);
  const int cause = errno;
  struct flock holder = whole;
  fcntl(file, F_GETLK, &holder);
  close(file);
  if (cause != EACCES && cause != EAGAIN) {
    return failure(ProblemKind::storage, format("the workspace cannot be locked: {}", std::strerror(cause)),
                   path.string(), "keep the workspace on a local disk");
  }
  return failure(ProblemKind::bad_input,
                 format("another run (process {}) is at work in this workspace", holder.l_pid),
                 workspace.string(), "wait until it ends, or choose another folder with --workspace");
}

WorkspaceLock::~WorkspaceLock() {
  if (file_ >= 0) close(file_);
}

WorkspaceLock::WorkspaceLock(WorkspaceLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

WorkspaceLock& WorkspaceLock::operator=(WorkspaceLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

}  // namespace planmark
