#include "extract/word_break.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

TEST(WordBreak, AGapIsASpaceOrATenthOfTheSize) {
  const PrintedRun run{
      .first = 0, .count = 3, .rotation = 0, .size = 10, .baseline = 100, .start = 50, .end = 70};
  struct Row {
    const char* what;
    PrintedRun next;
    bool gap;
  };
  const Row rows[] = {
      {"touches", {3, 2, 0, 10, 100, 70, 80}, false},
      {"small capitals", {3, 2, 0, 8, 100, 70.5, 80}, false},
      {"raised", {3, 1, 0, 6, 96, 70, 73}, false},
      {"a space is printed", {4, 2, 0, 10, 100, 70, 80}, true},
      {"moved on", {3, 2, 0, 10, 100, 72, 80}, true},
      {"moved back", {3, 2, 0, 10, 100, 50, 60}, true},
      {"next line", {3, 2, 0, 10, 112, 70, 80}, true},
      {"turned", {3, 2, 1, 10, 100, 70, 80}, true},
  };
  for (const Row& row : rows) EXPECT_EQ(has_gap_between(run, row.next), row.gap) << row.what;
}

TEST(WordBreak, ControlCharactersAmongLettersPartWords) {
  const unsigned words[] = {'a', 'b', 3, 'c'}, controls[] = {3, 4, 'a'}, plain[] = {'a'};
  EXPECT_THAT(pieces_of(words), ElementsAre(Pair(0, 2), Pair(3, 4)));
  EXPECT_THAT(pieces_of(controls), ElementsAre(Pair(0, 3)));
  EXPECT_THAT(pieces_of(plain), ElementsAre(Pair(0, 1)));
}

}  // namespace
}  // namespace planmark
