// A workbench that serves a small workspace on a loopback port, and somebody who talks to it.
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "tests/support/temporary_folder.h"
#include "workbench/workbench.h"

namespace planmark {

// What came back: status, head and body, as they were sent.
struct Answered {
  int status = 0;  // 0: the connection was closed without an answer
  std::string head, body;
  // The value of a cookie that it sets; empty where it sets none.
  std::string cookie(const std::string& name) const;
};

class RunningBench {
 public:
  // One document named by `file_name`, whose title, text and quotes hold what a hostile author would write;
  // its question is RunningBench::question, and its draft answers Yes. The coordinator's link is ready.
  explicit RunningBench(const std::string& file_name = "plan.pdf");
  ~RunningBench();

  static constexpr const char* question = "POP-02";
  std::string document() const { return sha256_.substr(0, 16); }
  std::string desk() const { return "/desk/" + document() + "/" + question; }
  Span quote() const { return quote_; }
  std::filesystem::path workspace() const { return folder_.path() / "workspace"; }
  std::string host() const { return "127.0.0.1:" + std::to_string(bench_->port()); }
  const std::string& link() const { return link_; }  // the path of the first sign-in link

  // Bytes out, bytes back until the other end closes.
  std::string raw(const std::string& bytes) const;
  // With Host, Connection: close, and the cookie if there is one.
  Answered get(const std::string& path, const std::string& cookie = {}) const;
  Answered post(const std::string& path, const std::string& form, const std::string& cookie = {},
                const std::string& more_headers = {},
                const std::string& type = "application/x-www-form-urlencoded") const;

  // A person who has signed in: the Cookie header's value.
  std::string signed_in(const std::string& name, const std::string& role) const;
  // The form key of a page as the person sees it.
  std::string form_key(const std::string& path, const std::string& cookie) const;
  // The fields that every save at the desk needs, ready for more.
  std::string desk_fields(const std::string& cookie) const;

 private:
  TemporaryFolder folder_;
  std::string sha256_, link_;
  Span quote_;
  std::unique_ptr<Workbench> bench_;
  std::thread thread_;
};

}  // namespace planmark
