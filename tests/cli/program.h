// Runs the program that was built, as a person does.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace planmark {

struct Ended {
  int status = -1;  // exit status; 128 + the signal that ended it
  std::string out, err;
};

// planmark with these arguments, to its end.
Ended planmark_with(const std::vector<std::string>& arguments);

// Any command of a shell, to its end.
Ended shell(const std::string& command);

// A running planmark. It is killed when the value goes, if it has not ended.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  // Waits until it has written `text` to its standard error, or has ended without.
  bool has_said(const std::string& text);
  void send(int signal) const;
  Ended wait();

 private:
  bool read_some();

  pid_t process_ = -1;
  int out_ = -1, err_ = -1;
  Ended ended_;
};

// The content of a workspace's database as SQL, the search index left out: it numbers pages as they were read.
std::string dump_of(const std::string& workspace);

inline std::string source_path(const std::string& name) {
  return std::string(PLANMARK_SOURCE_DIR) + "/" + name;
}

}  // namespace planmark
