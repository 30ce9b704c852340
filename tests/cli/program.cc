#include "tests/cli/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace planmark {
namespace {

struct Started {
  pid_t process = -1;
  int out = -1, err = -1;
};

Started start(const std::vector<std::string>& command) {
  std::array<int, 2> out{}, err{};
  if (pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0) return {};
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    dup2(open("/dev/null", O_RDONLY), 0);
    dup2(out[1], 1);
    dup2(err[1], 2);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  return {process, out[0], err[0]};
}

bool append_from(int& file, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t size = read(file, buffer.data(), buffer.size());
  if (size > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(size));
    return true;
  }
  close(file);
  file = -1;
  return false;
}

std::vector<std::string> program_with(const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {std::string(PLANMARK_BINARY_DIR) + "/planmark"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

}  // namespace

Running::Running(const std::vector<std::string>& command) {
  const bool whole = !command.empty() && command.front().starts_with('/');
  const Started started = start(whole ? command : program_with(command));
  process_ = started.process;
  out_ = started.out;
  err_ = started.err;
}

Running::~Running() {
  if (process_ > 0) {
    send(SIGKILL);
    wait();
  }
}

bool Running::read_some() {
  std::array<pollfd, 2> files = {pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
  if ((out_ < 0 && err_ < 0) || poll(files.data(), files.size(), -1) < 0) return false;
  if (files[0].revents != 0) append_from(out_, ended_.out);
  if (files[1].revents != 0) append_from(err_, ended_.err);
  return true;
}

bool Running::has_said(const std::string& text) {
  while (ended_.err.find(text) == std::string::npos) {
    if (err_ < 0 || !read_some()) return false;
  }
  return true;
}

void Running::send(int signal) const { kill(process_, signal); }

Ended Running::wait() {
  while (read_some()) {
  }
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  ended_.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended_;
}

Ended planmark_with(const std::vector<std::string>& arguments) { return Running(arguments).wait(); }

Ended shell(const std::string& command) { return Running({"/bin/sh", "-c", command}).wait(); }

std::string dump_of(const std::string& workspace) {
  const Ended dumped = shell("sqlite3 '" + workspace +
                             R"(/planmark.db' .dump | grep -v '^INSERT INTO "*page_\(number\|search\)')");
  return dumped.status == 0 ? dumped.out : "no dump: " + dumped.err;
}

}  // namespace planmark
