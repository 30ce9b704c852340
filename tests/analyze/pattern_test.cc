#include "analyze/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyze/pattern_atoms.h"
#include "analyze/pattern_program.h"
#include "analyze/pattern_tree.h"

namespace planmark {
namespace {

TEST(Pattern, RequiresAtomsThatMustBeThere) {
  using Choices = std::vector<AtomChoice>;
  const struct {
    const char* pattern;
    Choices required;  // the most telling first
  } rows[] = {
      {"Care", {{"care"}}},
      {"looked[- ]after", {{"looked aft", "looked-aft"}}},
      {"child(?:ren)?", {{"child"}}},
      {"(?:carer|parent)s?", {{"carer", "parent"}}},
      {"board \\w+ lead", {{"board "}, {" lead"}}},
      {"wi-?fi", {{"wi-fi", "wifi"}}},
      {"(?:send|\\w+)", {}},
      {"\\d+ ?%", {{"%"}, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}}},
      {"a|b", {}},
  };
  for (const auto& [pattern, required] : rows) {
    const auto tree = parse_pattern(pattern, false);
    ASSERT_TRUE(tree) << pattern;
    EXPECT_EQ(required_atoms(*tree), required) << pattern;
  }
}

// A letter with a mark in either case, as RE2 has it.
TEST(Pattern, FindsLettersWithMarksInEitherCase) {
  const PatternSet set({{"caf[eé]s?", false}, {"caf[eé]s?", true}, {"[^é]clair", false}});
  ASSERT_TRUE(parse_pattern("caf[eé]s?", false));
  const std::string text = "a café, CAFÉS, Éclair xclair";
  for (std::uint32_t pattern = 0; pattern < 3; ++pattern)
    EXPECT_EQ(set.locate(pattern, text), set.locate_slowly(pattern, text)) << pattern;
  EXPECT_THAT(set.locate(0, text), testing::ElementsAre(Span{2, 7}, Span{9, 15}));
}

// These are RE2's to run, or to refuse.
TEST(Pattern, LeavesToRe2WhatIsRare) {
  for (const char* pattern :
       {"(?i:care)", "a{2", "a**", "(care", "care)", "[b-a]", "\\pL", "a*", "\\bcare|\\b", "å", "ß",
        "(?:a{30}){40}", "[[:alpha:]]", "(?P<x>a)", "\\Qa\\E", "a{2001}"})
    EXPECT_FALSE(parse_pattern(pattern, false)) << pattern;
}

// Within a search that would take long the program gives up, and RE2 finds what there is.
TEST(Pattern, ASearchThatWouldTakeLongIsRe2s) {
  const std::string pattern = "(?:\\w+ )*(?:\\w+ )*(?:\\w+ )*end";
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word ";
  const auto program = PatternProgram::of(*parse_pattern(pattern, false));
  ASSERT_TRUE(program);
  EXPECT_EQ(program->locate(text), std::nullopt);
  const PatternSet set({{pattern, false}});
  EXPECT_THAT(set.locate(0, text), testing::IsEmpty());
  const auto size = static_cast<std::uint32_t>(text.size());
  EXPECT_THAT(set.locate(0, text + "end"), testing::ElementsAre(Span{0, size + 3}));
}

}  // namespace
}  // namespace planmark
