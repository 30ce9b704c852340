#include "extract/character_marks.h"

#include <algorithm>
#include <iterator>

#include "extract/raw_document.h"

namespace planmark {

void CharacterMarks::open_tag(bool artifact, std::optional<int> id) {
  if (id && *id >= 0 && forms_ == 0)
    open_tags_.push_back(*id);
  else
    open_tags_.push_back(artifact ? artifact_tag : tag());
}

void CharacterMarks::close_tag() {
  if (open_tags_.empty())
    agree_ = false;
  else
    open_tags_.pop_back();
}

void CharacterMarks::print(int bytes, bool doubled, Ink ink) {
  const CharacterMark mark{tag(), doubled, face_, ink};
  if (changes_.empty() || changes_.back().second != mark) changes_.emplace_back(place_, mark);
  place_ += bytes;
}

CharacterMark CharacterMarks::at(int place) const {
  const auto after = std::ranges::upper_bound(changes_, place, {}, &std::pair<int, CharacterMark>::first);
  return after == changes_.begin() ? CharacterMark{} : std::prev(after)->second;
}

}  // namespace planmark
