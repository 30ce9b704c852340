// What stands beside the characters of a page and Poppler's words do not keep, by the character's place.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "extract/font_face.h"

namespace planmark {

// Whether a character can be seen where it is printed.
enum class Ink : std::uint8_t {
  seen,
  unseen,    // white on white, fully transparent, or outside the frame that it is cut to
  invisible  // asked not to be drawn: the text layer of a scan, which lies over its picture
};

struct CharacterMark {
  int tag = -1;          // as RawWord::tag
  bool doubled = false;  // outline drawn around the letters: how a missing bold face is imitated
  const FontFace* face = nullptr;
  Ink ink = Ink::seen;
  friend bool operator==(const CharacterMark&, const CharacterMark&) = default;
};

// Follows one page. A place counts the bytes of the strings printed so far, as Poppler does.
class CharacterMarks {
 public:
  void use_face(const FontFace* face) { face_ = face; }  // which outlives the page
  // Marked content, which nests: content without a meaning of its own has that of what holds it.
  void open_tag(bool artifact, std::optional<int> id);
  void close_tag();
  // Content taken from elsewhere, which numbers its marked content for itself.
  void open_form() { ++forms_; }
  void close_form() { --forms_; }
  // Every tag opened was closed and the other way round. Where not, some were not reported (Poppler keeps
  // quiet of the beginning of content whose properties have a name, not of its end) and no tag can be relied
  // on.
  bool agree() const { return agree_ && open_tags_.empty(); }

  void print(int bytes, bool doubled, Ink ink);
  void skip(int bytes) { place_ += bytes; }

  // Of the last character printed at or before `place`.
  CharacterMark at(int place) const;

 private:
  int tag() const { return open_tags_.empty() ? -1 : open_tags_.back(); }

  int place_ = 0;
  int forms_ = 0;
  bool agree_ = true;
  const FontFace* face_ = nullptr;
  std::vector<int> open_tags_;
  std::vector<std::pair<int, CharacterMark>> changes_;  // where the mark changes
};

}  // namespace planmark
