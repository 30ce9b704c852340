#include "workbench/sign_in_rate.h"

#include <algorithm>

namespace planmark {

std::chrono::seconds SignInRate::wait_for(Failures& failures, const std::string& key, std::size_t most,
                                          Time now) const {
  const auto found = failures.find(key);
  if (found == failures.end()) return std::chrono::seconds(0);
  std::deque<Time>& times = found->second;
  while (!times.empty() && times.front() + limits_.window <= now) times.pop_front();
  if (times.size() < most) return std::chrono::seconds(0);
  const Time free = times[times.size() - most] + limits_.window;
  return std::max(std::chrono::ceil<std::chrono::seconds>(free - now), std::chrono::seconds(1));
}

void SignInRate::note(Failures& failures, const std::string& key, Time now) const {
  failures[key].push_back(now);
  if (failures.size() <= limits_.most_kept) return;
  failures.erase(std::min_element(failures.begin(), failures.end(), [](const auto& a, const auto& b) {
    const Time none = Time::min();
    return (a.second.empty() ? none : a.second.back()) < (b.second.empty() ? none : b.second.back());
  }));
}

std::chrono::seconds SignInRate::try_now(const std::string& name, const std::string& address, Time now) {
  const std::lock_guard lock(mutex_);
  const auto wait = std::max(wait_for(by_name_, name, limits_.failures_by_name, now),
                             wait_for(by_address_, address, limits_.failures_by_address, now));
  if (wait.count() > 0) return wait;
  note(by_name_, name, now);
  note(by_address_, address, now);
  return wait;
}

void SignInRate::succeeded(const std::string& name, const std::string& address) {
  const std::lock_guard lock(mutex_);
  by_name_.erase(name);
  const auto found = by_address_.find(address);
  if (found != by_address_.end() && !found->second.empty()) found->second.pop_back();
}

}  // namespace planmark
