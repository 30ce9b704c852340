// A web server on a port of its own, for one test: each path has an answer, and what was asked is kept.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace planmark {

struct WebAnswer {
  int status = 200;
  std::string body{};
  std::map<std::string, std::string> headers{};
  bool silent = false;  // closes without an answer
};

class WebServer {
 public:
  WebServer();
  ~WebServer();
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;

  // A path without an answer is 404. One with an ETag answers 304 to who has it.
  void set(const std::string& path, WebAnswer answer);
  void remove(const std::string& path);
  std::string address(const std::string& path) const;
  // Whole requests, in order.
  std::vector<std::string> asked() const;
  // Of their paths alone; forgets them.
  std::vector<std::string> take_paths();

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
