#include "extract/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <utility>

#include "base/format.h"

namespace planmark {
namespace {

// An address sanitizer reserves terabytes of address space, which a limit would refuse.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool address_space_can_be_limited = false;
#else
constexpr bool address_space_can_be_limited = true;
#endif

constexpr rlim_t most_open_files = 16;  // by a process that may open some to read

std::size_t address_space_in_use() {
  std::size_t pages = 0;
  const std::unique_ptr<FILE, int (*)(FILE*)> statm(std::fopen("/proc/self/statm", "re"), std::fclose);
  if (!statm || std::fscanf(statm.get(), "%zu", &pages) != 1) return std::size_t{256} << 20;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource_t what, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(what, &both);
}

// Landlock has no wrapper in the C library, and the kernel headers of Debian 12 know only its second version.
// Rights by version: 13 on files in 1, one more in 2, 3 and 5 each; TCP bind and connect in 4.
struct LandlockRules {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
};

int landlock_version() {
  constexpr unsigned ask_for_version = 1;
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_for_version);
  return version > 0 ? static_cast<int>(version) : 0;
}

void allow_reading(int rules, const std::filesystem::path& folder) {
  const int descriptor = open(folder.c_str(), O_PATH | O_CLOEXEC | O_DIRECTORY);
  if (descriptor < 0) return;
  const landlock_path_beneath_attr below{LANDLOCK_ACCESS_FS_READ_FILE, descriptor};
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
  close(descriptor);
}

// Every right is handled, and only the reading of files below `readable` is given back. False: this kernel
// cannot, and every file can still be reached.
bool deny_files(const std::vector<std::filesystem::path>& readable) {
  const int version = landlock_version();
  if (version == 0) return false;
  LandlockRules rights;
  const int file_rights = 13 + (version >= 2) + (version >= 3) + (version >= 5);
  rights.files = (std::uint64_t{1} << file_rights) - 1;
  rights.network = version >= 4 ? 3 : 0;
  const std::size_t size = version >= 4 ? sizeof rights : sizeof rights.files;
  const auto rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &rights, size, 0));
  if (rules < 0) return false;
  for (const std::filesystem::path& folder : readable) allow_reading(rules, folder);
  const bool denied = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return denied;
}

constexpr std::array allowed_calls = {
    SCMP_SYS(brk),          SCMP_SYS(munmap),         SCMP_SYS(mremap),       SCMP_SYS(madvise),
    SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(writev),       SCMP_SYS(close),
    SCMP_SYS(lseek),        SCMP_SYS(fstat),          SCMP_SYS(futex),        SCMP_SYS(sched_yield),
    SCMP_SYS(getpid),       SCMP_SYS(gettid),         SCMP_SYS(getrandom),    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday), SCMP_SYS(time),           SCMP_SYS(nanosleep),    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};

// Landlock has said which files. It does not see who asks for a file's size and dates: those are told of open
// files alone.
void allow_opening_to_read(scmp_filter_ctx filter) {
  constexpr int changes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                   SCMP_A2(SCMP_CMP_MASKED_EQ, changes, O_RDONLY));
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 2, SCMP_A0(SCMP_CMP_LT, most_open_files),
                   SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
}

// Refused calls fail rather than kill: Poppler looks for character maps on disk and does without them.
void deny_system_calls(bool may_open_to_read) {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EACCES));
  if (!filter) return;
  for (const int call : allowed_calls) seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
  if (may_open_to_read) allow_opening_to_read(filter);
  const auto no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code);
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code);
  // abort() signals its own process, which it must still be able to.
  seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                   SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid())));
  seccomp_load(filter);
  seccomp_release(filter);
}

bool seccomp_offered() {
  const std::uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

}  // namespace

void limit_resources(const Allowance& whole, std::size_t most_file_bytes) {
  if (address_space_can_be_limited) limit(RLIMIT_AS, whole.memory);
  const auto seconds = static_cast<rlim_t>(whole.cpu.count());
  const rlimit cpu{seconds,
                   seconds + 1};  // the hard limit kills: it must come after the signal that names the cause
  setrlimit(RLIMIT_CPU, &cpu);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, most_file_bytes);
}

void confine(const Allowance& allowance, const std::vector<std::filesystem::path>& readable) {
  const std::size_t address_space = address_space_in_use() + allowance.memory;
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool may_open_to_read = deny_files(readable) && !readable.empty();
  limit_resources({.memory = address_space, .cpu = allowance.cpu}, 0);
  limit(RLIMIT_NOFILE, may_open_to_read ? most_open_files : 0);
  limit(RLIMIT_NPROC, 0);
  deny_system_calls(may_open_to_read);
}

void forbid_network() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (!filter) return;
  seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));
  // It opens sockets too.
  seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(io_uring_setup), 0);
  seccomp_load(filter);
  seccomp_release(filter);
}

std::string sandbox_strength() {
  std::string strength = "rlimits";
  if (const int version = landlock_version()) strength += format(", Landlock {}", version);
  if (seccomp_offered()) strength += ", seccomp";
  return strength;
}

}  // namespace planmark
