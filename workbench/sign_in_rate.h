// How often one may try to sign in: by name and by address, over a sliding quarter of an hour.
//
// Held in memory: a restart forgives, and who can restart the server needs no password. Failures are kept in
// the workspace's events besides.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace planmark {

class SignInRate {
 public:
  using Time = std::chrono::steady_clock::time_point;
  struct Limits {
    std::size_t failures_by_name = 8;
    std::size_t failures_by_address = 40;  // several people may share one
    std::chrono::seconds window = std::chrono::minutes(15);
    std::size_t most_kept = 10'000;  // names and addresses; the oldest are forgotten
  };

  SignInRate() = default;
  explicit SignInRate(Limits limits) : limits_(limits) {}

  // How long to wait before the next try; zero when it may be now. Asking counts as a try that fails until
  // succeeded() is called, so that many tries at once are not all let through.
  std::chrono::seconds try_now(const std::string& name, const std::string& address, Time now);
  void succeeded(const std::string& name, const std::string& address);

 private:
  using Failures = std::map<std::string, std::deque<Time>>;
  std::chrono::seconds wait_for(Failures& failures, const std::string& key, std::size_t most, Time now) const;
  void note(Failures& failures, const std::string& key, Time now) const;

  Limits limits_{};
  std::mutex mutex_;
  Failures by_name_, by_address_;
};

}  // namespace planmark
