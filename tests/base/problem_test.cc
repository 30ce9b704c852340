#include "base/problem.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Problem, IsDescribedInLines) {
  const struct {
    Problem problem;
    const char* text;
  } rows[] = {
      {{ProblemKind::bad_input, "the file is empty", "", ""}, "the file is empty (bad-input)"},
      {{ProblemKind::timed_out, "it took too long", "a.pdf", "give more time"},
       "a.pdf: it took too long (timed-out)\n  give more time"},
      {{ProblemKind::bad_input, "unknown key\nkye = 1\n^", "a.toml:3:1", ""},
       "a.toml:3:1: unknown key (bad-input)\nkye = 1\n^"},
  };
  for (const auto& row : rows) EXPECT_EQ(describe(row.problem), row.text);
}

}  // namespace
}  // namespace planmark
