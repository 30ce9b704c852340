#include "compare/unpaired.h"

#include <algorithm>
#include <map>

#include "extract/document.h"

namespace planmark {
namespace {

using Places = std::vector<std::uint32_t>;

// All words of one side in a row, and where its runs of `length` words begin.
class Text {
 public:
  Text(const std::vector<WordedPassage>& side, std::uint32_t length) : length_(length) {
    for (std::uint32_t p = 0; p < side.size(); ++p) {
      words_.insert(words_.end(), side[p].words.begin(), side[p].words.end());
      passage_.resize(words_.size(), p);
    }
    for (std::uint32_t i = 0; i + length <= words_.size(); ++i) places_[first(words_, i)].push_back(i);
  }

  // The passage in which these words begin to stand in one piece, or none.
  std::uint32_t holder(const WordIds& words) const {
    if (words.size() < length_) return none;
    const auto found = places_.find(first(words, 0));
    if (found == places_.end()) return none;
    for (const std::uint32_t at : found->second)
      if (at + words.size() <= words_.size() && std::equal(words.begin(), words.end(), words_.begin() + at))
        return passage_[at];
    return none;
  }

 private:
  WordIds first(const WordIds& words, std::uint32_t at) const {
    return {words.begin() + at, words.begin() + at + length_};
  }
  std::uint32_t length_;
  WordIds words_;
  Places passage_;
  std::map<WordIds, Places> places_;
};

// How many passages from the `at`th of `left` on, all in a row, are together a passage of the other side (its
// cells read one by one), and which; 0: none.
std::pair<std::size_t, std::uint32_t> whole_at(const std::vector<WordedPassage>& side, const Places& left,
                                               std::size_t at,
                                               const std::map<WordIds, std::uint32_t>& whole) {
  constexpr std::size_t most_cells = 8;
  WordIds words;
  for (std::size_t i = at; i < left.size() && i < at + most_cells && left[i] == left[at] + (i - at); ++i) {
    const WordIds& more = side[left[i]].words;
    words.insert(words.end(), more.begin(), more.end());
    if (const auto found = whole.find(words); found != whole.end()) return {i - at + 1, found->second};
  }
  return {0, none};
}

}  // namespace

Unpaired tell_apart(const Places& left, const std::vector<WordedPassage>& side,
                    const std::vector<WordedPassage>& other, std::uint32_t shortest) {
  Unpaired told;
  if (left.empty()) return told;
  std::map<WordIds, std::uint32_t> whole;  // the first passage of those words
  for (std::uint32_t q = 0; q < other.size(); ++q) whole.emplace(other[q].words, q);
  const Text text(other, shortest);
  for (std::size_t i = 0; i < left.size();) {
    auto [count, holder] = whole_at(side, left, i, whole);
    if (count == 0) count = 1, holder = text.holder(side[left[i]].words);
    for (const std::size_t end = i + count; i < end; ++i) {
      if (holder == none)
        told.own.push_back(left[i]);
      else
        told.repeated.emplace_back(left[i], holder);
    }
  }
  return told;
}

}  // namespace planmark
