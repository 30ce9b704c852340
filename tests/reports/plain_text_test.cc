#include "reports/plain_text.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(PlainText, PrintableLeavesNothingThatATerminalObeys) {
  const struct {
    const char *text, *printed;
  } rows[] = {
      {"  two\t words\n", "two words"},
      {"red \x1b[31m\a", "red [31m"},
      {"a\u00A0b\u2028c", "a b c"},
      {"\u202Eabc\u202C \u009B1m", "abc 1m"},
      {"broken \xff byte", "broken \uFFFD byte"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(printable(row.text), row.printed);
}

TEST(PlainText, WrapsAtSpacesAndBreaksWhatIsTooLong) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one two three", 8), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("unbreakable word", 5), (Lines{"unbre", "akabl", "e", "word"}));
  EXPECT_EQ(wrap("ééé é", 3), (Lines{"ééé", "é"}));
  EXPECT_EQ(wrap("", 5), Lines{});
}

TEST(PlainText, ShortenedKeepsToItsWidth) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdef", 5), "abcd…");
  EXPECT_EQ(shortened("éééé", 2), "é…");
}

}  // namespace
}  // namespace planmark
