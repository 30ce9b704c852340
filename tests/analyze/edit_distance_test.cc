#include "analyze/edit_distance.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(EditDistance, CountsChanges) {
  const struct {
    const char *a, *b;
    std::size_t distance;
  } rows[] = {
      {"", "", 0}, {"", "abc", 3}, {"terms", "terms", 0}, {"terms", "trems", 2}, {"kitten", "sitting", 3}};
  for (const auto& row : rows) {
    EXPECT_EQ(edit_distance(row.a, row.b), row.distance) << row.a << " " << row.b;
    EXPECT_EQ(edit_distance(row.b, row.a), row.distance) << row.b << " " << row.a;
  }
}

TEST(EditDistance, SuggestsOnlyWhatIsNear) {
  const std::vector<std::string> keys = {"match", "reject", "terms"};
  EXPECT_EQ(did_you_mean("matches", keys), "; did you mean 'match'?");
  EXPECT_EQ(did_you_mean("trems", keys), "; did you mean 'terms'?");
  EXPECT_EQ(did_you_mean("colour", keys), "");
}

}  // namespace
}  // namespace planmark
