// What stands beside the characters of a page that Poppler's words do not keep, by the character's place.
#pragma once

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace planmark {

// A value for each character, kept where it changes. Characters are noted in the order of their places.
template <typename Mark>
class MarkTrack {
 public:
  void clear() { marks_.clear(); }

  void note(int place, const Mark& mark) {
    if (marks_.empty() || marks_.back().second != mark) marks_.emplace_back(place, mark);
  }

  // A default Mark before the first that was noted.
  Mark at(int place) const {
    const auto after = std::ranges::upper_bound(marks_, place, {}, &std::pair<int, Mark>::first);
    return after == marks_.begin() ? Mark{} : std::prev(after)->second;
  }

 private:
  std::vector<std::pair<int, Mark>> marks_;
};

}  // namespace planmark
