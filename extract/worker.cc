#include "extract/worker.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <new>
#include <system_error>
#include <vector>

#include "base/file.h"
#include "base/format.h"
#include "extract/convert_office.h"
#include "extract/file_kind.h"
#include "extract/font_folders.h"
#include "extract/sandbox.h"
#include "extract/wire.h"

namespace planmark {
namespace {

struct Pipe {
  int out = -1, in = -1;
};

bool open_pipe(Pipe& pipe) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  pipe = {ends[0], ends[1]};
  return fcntl(pipe.out, F_SETFL, O_NONBLOCK) == 0;
}

void close_pipe(const Pipe& pipe) {
  for (const int end : {pipe.out, pipe.in})
    if (end >= 0) close(end);
}

// The parent alone decides what a key press ends; whatever handlers it has are not for the worker to run.
void set_signals() {
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
  for (const int signal : {SIGINT, SIGQUIT, SIGTSTP}) ::signal(signal, SIG_IGN);
  sigset_t none_blocked;
  sigemptyset(&none_blocked);
  sigprocmask(SIG_SETMASK, &none_blocked, nullptr);
}

void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
}

// Keeps stdin and stdout empty, stderr for complaints, and the results; everything else is closed.
void keep_only(int results, int complaints) {
  // Moved out of the way first: either may be one of the numbers that are about to be replaced.
  results = fcntl(results, F_DUPFD, 10);
  complaints = fcntl(complaints, F_DUPFD, 10);
  fcntl(complaints, F_SETFL, O_NONBLOCK);
  const int nothing = open("/dev/null", O_RDWR);
  dup2(nothing, 0);
  dup2(nothing, 1);
  dup2(complaints, 2);
  dup2(results, results_descriptor);
  close_range(results_descriptor + 1, ~0U, 0);
}

Result<std::string_view> map_file(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat about {};
  if (file < 0 || fstat(file, &about) != 0)
    return failure(errno == ENOENT ? ProblemKind::not_found : ProblemKind::bad_input,
                   format("the file cannot be opened: {}", std::strerror(errno)));
  if (!S_ISREG(about.st_mode)) return failure(ProblemKind::bad_input, "this is not a regular file");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) return std::string_view{};
  void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED)
    return failure(ProblemKind::bad_input, format("the file cannot be read: {}", std::strerror(errno)));
  close(file);
  return std::string_view(static_cast<const char*>(bytes), size);
}

void send(const Result<Product>& outcome) {
  const std::string message = encode(outcome);
  for (std::size_t sent = 0; sent < message.size();) {
    const ssize_t written = write(results_descriptor, message.data() + sent, message.size() - sent);
    if (written < 0 && errno != EINTR) _exit(1);
    if (written > 0) sent += static_cast<std::size_t>(written);
  }
}

// Mapped, the file needs no name any more. One that cannot be kept is made again when it is wanted.
Result<std::string_view> pdf_of_office(std::string_view bytes, const Job& job, const Limits& limits) {
  if (draws(job.task) && !job.made_pdf.empty())
    if (const auto kept = map_file(job.made_pdf); kept && has_pdf_header(*kept)) return kept;
  const Result<std::filesystem::path> pdf = convert_office(bytes, job.scratch, limits);
  if (!pdf) return tl::unexpected(pdf.error());
  const Result<std::string_view> made = map_file(*pdf);
  if (made && !job.made_pdf.empty()) (void)write_file(job.made_pdf, *made);
  return made;
}

Result<Product> do_confined(const Job& job, const Limits& limits, Doer doer) {
  Result<std::string_view> bytes = job.bytes ? Result<std::string_view>(*job.bytes) : map_file(job.file);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!std::holds_alternative<ReadSheet>(job.task) && file_kind(*bytes) == FileKind::office) {
    bytes = pdf_of_office(*bytes, job, limits);
    if (!bytes) return tl::unexpected(bytes.error());
  }
  using Folders = std::vector<std::filesystem::path>;
  confine({.memory = limits.memory, .cpu = limits.cpu}, draws(job.task) ? font_folders() : Folders{});
  return doer(*bytes, job);
}

// noexcept: what is thrown and is no std::exception ends the worker here, and never unwinds into the code
// that started it.
[[noreturn]] void work(const Job& job, const Limits& limits, Doer doer) noexcept {
  try {
    send(do_confined(job, limits, doer));
  } catch (const std::bad_alloc&) {
    send(failure(ProblemKind::too_large, "the document takes more memory than is allowed"));
  } catch (const std::exception& error) {
    send(failure(ProblemKind::internal, format("reading stopped: {}", error.what())));
  }
  _exit(0);
}

// A lock that another thread holds stays locked in the fork for ever.
bool has_other_threads() {
  std::error_code error;
  const std::filesystem::directory_iterator threads("/proc/self/task", error);
  return !error && std::distance(begin(threads), end(threads)) > 1;
}

}  // namespace

Result<Worker> start_worker(const Job& job, const Limits& limits, Doer doer) {
  if (has_other_threads())
    return failure(ProblemKind::internal, "no worker process is started beside another thread");
  Pipe results, complaints;
  const pid_t parent = getpid();
  const bool piped = open_pipe(results) && open_pipe(complaints);
  const pid_t process = piped ? fork() : -1;
  if (process == 0) {
    set_signals();
    die_with(parent);
    setpgid(0, 0);
    keep_only(results.in, complaints.in);
    work(job, limits, doer);
  }
  if (process < 0) {
    const std::string cause = std::strerror(errno);
    close_pipe(results), close_pipe(complaints);
    return failure(ProblemKind::internal, format("no worker process could be started: {}", cause));
  }
  close(results.in), close(complaints.in);
  return Worker{process, results.out, complaints.out};
}

}  // namespace planmark
