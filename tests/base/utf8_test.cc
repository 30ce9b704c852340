#include "base/utf8.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

struct DecodeRow {
  const char* bytes;
  char32_t value;
  std::uint32_t size;
};

TEST(Utf8, DecodesOneCharacter) {
  const DecodeRow rows[] = {
      {"a", U'a', 1},
      {"é", U'é', 2},
      {"–", U'–', 3},
      {"😀", U'😀', 4},
      {"\xC0\x80", U'\uFFFD', 1},          // overlong NUL
      {"\xED\xA0\x80", U'\uFFFD', 1},      // surrogate
      {"\xF4\x90\x80\x80", U'\uFFFD', 1},  // above U+10FFFF
      {"\xE2\x82", U'\uFFFD', 1},          // cut short
      {"\x80", U'\uFFFD', 1},              // continuation alone
  };
  for (const DecodeRow& row : rows) {
    const DecodedCharacter c = decode_at(row.bytes, 0);
    EXPECT_EQ(c.value, row.value) << row.bytes;
    EXPECT_EQ(c.size, row.size) << row.bytes;
  }
}

TEST(Utf8, WritesWhatItReads) {
  for (const char32_t c : {U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(decode_at(text, 0).value, c);
    EXPECT_EQ(decode_at(text, 0).size, text.size());
  }
}

TEST(Utf8, RepairsOnlyWhatIsBroken) {
  EXPECT_EQ(repaired_utf8("caf\xC3\xA9"), "café");
  EXPECT_EQ(repaired_utf8("a\xFF z"), "a\uFFFD z");
  EXPECT_TRUE(is_valid_utf8("naïve – “ok”"));
  EXPECT_FALSE(is_valid_utf8("a\xFF"));
}

TEST(Utf8, KnowsCharacterBoundaries) {
  const std::string_view text = "é!";
  EXPECT_TRUE(on_character_boundary(text, 0));
  EXPECT_FALSE(on_character_boundary(text, 1));
  EXPECT_TRUE(on_character_boundary(text, 2));
  EXPECT_TRUE(on_character_boundary(text, 3));
  EXPECT_FALSE(on_character_boundary(text, 4));
}

}  // namespace
}  // namespace planmark
