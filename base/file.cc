#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
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

Result<void> write_draft(const fs::path& path, std::string_view bytes, bool flushed) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (out.fd < 0) return failure(ProblemKind::storage, format("cannot create: {}", cause()), path.string());
  if (auto written = write_all(out.fd, bytes, path); !written) return written;
  if (flushed && ::fsync(out.fd) != 0)
    return failure(ProblemKind::storage, format("cannot flush to disk: {}", cause()), path.string());
  return {};
}

fs::path draft_of(const fs::path& path) { return path.string() + format(".{}.part", ::getpid()); }

Result<void> put_into_place(const fs::path& path) {
  if (::rename(draft_of(path).c_str(), path.c_str()) == 0) return {};
  return failure(ProblemKind::storage, format("cannot rename into place: {}", cause()), path.string());
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error)
    return failure(ProblemKind::storage, "this folder cannot be made: " + error.message(), folder.string());
  return {};
}

// All that the folder's file system holds back.
Result<void> flush_around(const fs::path& folder) {
  const Descriptor held(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (held.fd < 0 || ::syncfs(held.fd) != 0)
    return failure(ProblemKind::storage, format("cannot flush to disk: {}", cause()), folder.string());
  return {};
}

Result<void> write_drafts(const std::vector<FileToWrite>& files) {
  std::set<fs::path> folders;
  for (const FileToWrite& file : files) {
    const fs::path folder = file.path.parent_path();
    if (folders.insert(folder).second)
      if (auto made = make_folder(folder); !made) return made;
    if (auto written = write_draft(draft_of(file.path), file.bytes, false); !written) return written;
  }
  for (const fs::path& folder : folders)
    if (auto flushed = flush_around(folder); !flushed) return flushed;
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
  auto written = write_draft(draft_of(path), bytes, true);
  if (written) written = put_into_place(path);
  if (!written) ::unlink(draft_of(path).c_str());
  return written;
}

Result<void> write_files(const std::vector<FileToWrite>& files) {
  auto written = write_drafts(files);
  for (std::size_t i = 0; written && i < files.size(); ++i) written = put_into_place(files[i].path);
  if (!written)
    for (const FileToWrite& file : files) ::unlink(draft_of(file.path).c_str());
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
  if (error)
    return failure(ProblemKind::bad_input, format("cannot list: {}", error.message()), folder.string());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace planmark
