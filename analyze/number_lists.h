// Many short lists of numbers in one piece of memory: quick to make, to walk through and to let go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace planmark {

class NumberLists {
 public:
  using Member = std::pair<std::uint32_t, std::uint32_t>;  // a list's index, a number in it

  NumberLists() = default;
  // Numbers of a list keep their order. Requires: every list's index is below `lists`.
  NumberLists(std::size_t lists, const std::vector<Member>& members)
      : begins_(lists + 1, 0), numbers_(members.size()) {
    for (const auto& [list, number] : members) ++begins_[list + 1];
    for (std::size_t list = 0; list < lists; ++list) begins_[list + 1] += begins_[list];
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (const auto& [list, number] : members) numbers_[next[list]++] = number;
  }

  std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }  // lists
  std::span<const std::uint32_t> operator[](std::size_t list) const {
    return {numbers_.data() + begins_[list], numbers_.data() + begins_[list + 1]};
  }

 private:
  std::vector<std::uint32_t> begins_;  // by list, and where the last one ends
  std::vector<std::uint32_t> numbers_;
};

}  // namespace planmark
