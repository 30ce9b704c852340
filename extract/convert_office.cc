#include "extract/convert_office.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "base/file.h"
#include "base/format.h"
#include "extract/sandbox.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

constexpr const char* save_as_pdf = "open it in the program that made it and save it as PDF";

// The program itself: the `soffice` on the PATH is a script that starts it, and would outlive it.
fs::path find_libreoffice() {
  const char* list = std::getenv("PATH");
  std::string_view folders = list ? list : "";
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    for (const char* name : {"soffice", "libreoffice"}) {
      std::error_code error;
      const fs::path start = fs::canonical(fs::path(folder) / name, error);
      const fs::path program = start.parent_path() / "soffice.bin";
      if (!error && access(program.c_str(), X_OK) == 0) return program;
    }
  }
  return {};
}

constexpr std::size_t mapped_unused = std::size_t{3} << 30;  // by LibreOffice, which never touches it
constexpr std::size_t most_file_bytes = std::size_t{1} << 30;

std::vector<std::string> command_line(const fs::path& program, const fs::path& scratch, const fs::path& file,
                                      bool slides) {
  // Tags keep what the file says of headings, lists and tables.
  std::string kind =
      format("pdf:{}_pdf_Export:{{\"UseTaggedPDF\":{{\"type\":\"boolean\",\"value\":\"true\"}}}}",
             slides ? "impress" : "writer");
  return {program.string(), "-env:UserInstallation=file://" + (scratch / "profile").string(),
          "--headless",     "--norestore",
          "--nolockcheck",  "--nologo",
          "--convert-to",   std::move(kind),
          "--outdir",       (scratch / "pdf").string(),
          file.string()};
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The status as of waitpid(); -1 when no process could be had.
int run(std::vector<std::string> words, const fs::path& home, const Limits& limits) {
  std::vector<std::string> settings = {"HOME=" + home.string(), "TMPDIR=" + home.string(), "LC_ALL=C.UTF-8",
                                       "PATH=/usr/bin:/bin", "SAL_USE_VCLPLUGIN=svp"};
  const std::vector<char*> arguments = pointers_to(words), environment = pointers_to(settings);
  const pid_t parent = getpid();
  const pid_t process = fork();
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    const int nothing = open("/dev/null", O_RDWR);
    for (const int standard : {0, 1, 2}) dup2(nothing, standard);
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    limit_resources({.memory = limits.memory + mapped_unused, .cpu = limits.cpu}, most_file_bytes);
    forbid_network();
    execve(arguments[0], arguments.data(), environment.data());
    _exit(127);
  }
  int status = -1;
  while (process > 0 && waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// With a new profile LibreOffice sets it up and asks to be started again.
int run_to_end(const std::vector<std::string>& words, const fs::path& home, const Limits& limits) {
  constexpr int start_again = 81, start_again_too = 79, most_starts = 3;
  int status = -1;
  for (int starts = 0; starts < most_starts; ++starts) {
    status = run(words, home, limits);
    const bool again =
        WIFEXITED(status) && (WEXITSTATUS(status) == start_again || WEXITSTATUS(status) == start_again_too);
    if (!again) break;
  }
  return status;
}

tl::unexpected<Problem> no_pdf(int status, const Limits& limits) {
  if (status != -1 && WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL)
      return failure(ProblemKind::timed_out,
                     format("LibreOffice made no PDF of it in {} s of processor time", limits.cpu.count()),
                     {}, save_as_pdf);
    return failure(ProblemKind::crashed, "LibreOffice died while it made a PDF of it", {}, save_as_pdf);
  }
  return failure(
      ProblemKind::damaged, "LibreOffice cannot make a PDF of it", {},
      format("{}; or see whether libreoffice-writer and libreoffice-impress are installed", save_as_pdf));
}

}  // namespace

Result<fs::path> convert_office(std::string_view bytes, const fs::path& scratch, const Limits& limits) {
  const OfficeFile office = office_file(bytes);
  if (office.locked)
    return failure(ProblemKind::encrypted, "the Office file needs a password", {},
                   "save a copy without a password, or as PDF");
  const fs::path program = find_libreoffice();
  if (program.empty())
    return failure(ProblemKind::not_pdf,
                   format("this is a {} file, and LibreOffice, which makes a PDF of it, is not installed",
                          office.extension),
                   {}, "install libreoffice-writer and libreoffice-impress, then run with --retry");
  std::error_code error;
  // Only if it is new: what someone else has put there is not to be trusted.
  if (!fs::create_directory(scratch, error))
    return failure(ProblemKind::storage, "no folder can be made for LibreOffice to work in",
                   scratch.string());
  fs::permissions(scratch, fs::perms::owner_all, error);
  const fs::path copy = scratch / ("document." + std::string(office.extension));
  if (auto written = write_file(copy, bytes); !written) return tl::unexpected(written.error());
  const bool slides = office.extension == "pptx" || office.extension == "odp";
  const int status = run_to_end(command_line(program, scratch, copy, slides), scratch, limits);
  fs::path pdf = scratch / "pdf" / "document.pdf";
  if (!fs::is_regular_file(pdf, error)) return no_pdf(status, limits);
  return pdf;
}

}  // namespace planmark
