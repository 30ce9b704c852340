#include "extract/character_marks.h"

#include <gtest/gtest.h>

#include "extract/raw_document.h"

namespace planmark {
namespace {

TEST(CharacterMarks, AreFoundByPlace) {
  const FontFace face;
  CharacterMarks marks;
  EXPECT_EQ(marks.at(0), CharacterMark{});
  marks.skip(1);
  marks.print(2, false, Ink::seen);  // at 1
  marks.use_face(&face);
  marks.open_tag(false, 7);
  marks.print(1, true, Ink::seen);  // at 3
  marks.open_tag(false, std::nullopt);
  marks.print(1, true, Ink::seen);  // at 4
  marks.open_tag(true, std::nullopt);
  marks.print(1, true, Ink::seen);  // at 5
  marks.close_tag();
  marks.close_tag();
  marks.close_tag();
  marks.close_tag();
  marks.print(1, false, Ink::seen);  // at 6
  const CharacterMark wanted[] = {{},
                                  {-1, false, nullptr},
                                  {-1, false, nullptr},
                                  {7, true, &face},
                                  {7, true, &face},
                                  {artifact_tag, true, &face},
                                  {-1, false, &face}};
  for (int place = 0; place < 7; ++place) EXPECT_EQ(marks.at(place), wanted[place]) << place;
}

}  // namespace
}  // namespace planmark
