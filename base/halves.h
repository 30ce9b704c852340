// Two halves of a list side by side.
#pragma once

#include <cstddef>
#include <future>

namespace planmark {

// Calls work(begin, end) for the two halves of `count` things of which each is done by itself. One after the
// other where there are so few that a thread would cost more than it saves, or where no thread can be had.
template <class Work>
void in_halves(std::size_t count, const Work& work) {
  constexpr std::size_t few = 200;
  const std::size_t middle = count / 2;
  auto half = std::async(count < few ? std::launch::deferred : std::launch::async | std::launch::deferred,
                         [&work, middle] { work(std::size_t{0}, middle); });
  work(middle, count);
  half.get();
}

}  // namespace planmark
