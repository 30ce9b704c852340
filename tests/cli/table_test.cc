#include "cli/table.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Table, SetsNumbersFlushRightAndDropsTrailingSpaces) {
  EXPECT_EQ(table({{.head = "NAME"}, {.head = "PAGES", .numbers = true}, {.head = "STATE"}},
                  {{"a.pdf", "7", "read"}, {"long.pdf", "112", ""}}, 80),
            "NAME      PAGES  STATE\n"
            "a.pdf         7  read\n"
            "long.pdf    112\n");
}

TEST(Table, TheWidestColumnGivesWayFirst) {
  EXPECT_EQ(table({{.head = ""}, {.head = ""}}, {{"a very long name of a file", "state"}}, 20),
            "a very long …  state\n");
}

TEST(Table, CountsCharactersNotBytes) {
  EXPECT_EQ(table({{.head = ""}, {.head = ""}}, {{"é", "x"}, {"ab", "y"}}, 20), "é   x\nab  y\n");
}

}  // namespace
}  // namespace planmark
