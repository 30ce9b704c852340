#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/format.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

// Closes on leaving the scope; write() checks its own close().
struct Descriptor {
  int fd;
  explicit Descriptor(int descriptor) : fd(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

std::string cause() { return std::strerror(errno); }

Result<void> write_all(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(ProblemKind::storage, format("cannot write: {}", cause()), path.string());
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<void> write_and_sync(const fs::path& path, std::string_view bytes) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (out.fd < 0) return failure(ProblemKind::storage, format("cannot create: {}", cause()), path.string());
  if (auto written = write_all(out.fd, bytes, path); !written) return written;
  if (::fsync(out.fd) != 0)
    return failure(ProblemKind::storage, format("cannot flush to disk: {}", cause()), path.string());
  return {};
}

}  // namespace

Result<std::string> read_file(const fs::path& path) {
  Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.fd < 0) {
    const auto kind = errno == ENOENT ? ProblemKind::not_found : ProblemKind::bad_input;
    return failure(kind, format("cannot open: {}", cause()), path.string());
  }
  struct stat status {};
  if (::fstat(in.fd, &status) != 0 || !S_ISREG(status.st_mode))
    return failure(ProblemKind::bad_input, "not a regular file", path.string());
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t n = ::read(in.fd, bytes.data() + have, bytes.size() - have);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failure(ProblemKind::storage, format("cannot read: {}", cause()), path.string());
    if (n == 0) break;
    have += static_cast<std::size_t>(n);
  }
  bytes.resize(have);
  return bytes;
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  const fs::path draft = path.string() + format(".{}.part", ::getpid());
  auto written = write_and_sync(draft, bytes);
  if (written && ::rename(draft.c_str(), path.c_str()) != 0)
    written = failure(ProblemKind::storage, format("cannot rename into place: {}", cause()), path.string());
  if (!written) ::unlink(draft.c_str());
  return written;
}

Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
  for (; !error && at != end; at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory(error)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(error)) found.push_back(at->path());
  }
  if (error) return failure(ProblemKind::bad_input, format("cannot list: {}", error.message()), folder.string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace planmark
