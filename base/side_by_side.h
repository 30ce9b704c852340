// The things of a list, worked on by two threads side by side.
#pragma once

#include <atomic>
#include <cstddef>
#include <future>

namespace planmark {

// Calls work(i) once for each i below `count`; in no order, so each must be done by itself. The next thing
// goes to whichever thread is free, for some may take far longer than others. One after the other where there
// are so few that a thread would cost more than it saves, or where no thread can be had. What `work` throws
// is thrown on.
template <class Work>
void each_side_by_side(std::size_t count, const Work& work) {
  constexpr std::size_t few = 8;
  std::atomic<std::size_t> next = 0;
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  auto other =
      std::async(count < few ? std::launch::deferred : std::launch::async | std::launch::deferred, work_on);
  work_on();
  other.get();
}

}  // namespace planmark
