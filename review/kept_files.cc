#include "review/kept_files.h"

#include <signal.h>

#include <cerrno>
#include <charconv>
#include <system_error>

#include "base/file.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

// The process in "NAME.PID.part"; 0 for any other name.
pid_t writer_of(const fs::path& file) {
  if (file.extension() != ".part") return 0;
  const std::string number = file.stem().extension().string();  // ".PID"
  pid_t process = 0;
  if (number.size() < 2) return 0;
  const auto [end, error] = std::from_chars(number.data() + 1, number.data() + number.size(), process);
  return error == std::errc() && end == number.data() + number.size() ? process : 0;
}

bool is_running(pid_t process) { return ::kill(process, 0) == 0 || errno != ESRCH; }

}  // namespace

Result<void> keep_bytes(const fs::path& files, const std::string& sha256, std::string_view bytes) {
  std::error_code error;
  // A file of that name and size holds these bytes, or was tampered with: then planmark verify says so.
  if (fs::file_size(files / sha256, error) == bytes.size() && !error) return {};
  return write_file(files / sha256, bytes);
}

void remove_abandoned_parts(const fs::path& files) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(files, ignored)) {
    const pid_t writer = writer_of(entry.path());
    if (writer > 0 && !is_running(writer)) fs::remove(entry.path(), ignored);
  }
}

}  // namespace planmark
