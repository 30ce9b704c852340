#include "review/sampling.h"

#include "base/format.h"
#include "review/database.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class SamplingTest : public WorkspaceFixture {};

TEST(Sampling, IsAFunctionOfSeedDocumentAndQuestion) {
  int small = 0, large = 0, other_seed = 0, other_sample = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string document(64, static_cast<char>('a' + i % 6)), question = format("Q-{}", i);
    const bool in_small = is_chosen(Sample::second_mark, {"s", 0.1}, document, question);
    const bool in_large = is_chosen(Sample::second_mark, {"s", 0.2}, document, question);
    EXPECT_TRUE(in_large || !in_small) << "a larger share keeps what a smaller one held";
    EXPECT_FALSE(is_chosen(Sample::second_mark, {"s", 0}, document, question));
    EXPECT_TRUE(is_chosen(Sample::second_mark, {"s", 1}, document, question));
    small += in_small;
    large += in_large;
    other_seed += in_large && is_chosen(Sample::second_mark, {"t", 0.2}, document, question);
    other_sample += in_large && is_chosen(Sample::before_draft, {"s", 0.2}, document, question);
  }
  // Expected 200 and 400, with standard deviations of 13 and 18; by chance 80 are in both.
  EXPECT_NEAR(small, 200, 55);
  EXPECT_NEAR(large, 400, 75);
  EXPECT_NEAR(other_seed, 80, 40);
  EXPECT_NEAR(other_sample, 80, 40);
}

TEST_F(SamplingTest, SettingsAreKeptWithWhoWhenAndWhy) {
  Workspace workspace = open();
  EXPECT_EQ(sample_setting(workspace, Sample::second_mark), SampleSetting());
  ASSERT_TRUE(set_sample(workspace, Sample::second_mark, {"spring 2026", 0.2}, "a fifth", by_ada));
  ASSERT_TRUE(set_sample(workspace, Sample::second_mark, {"", 0.125}, "too much work", by_ada));
  ASSERT_TRUE(set_sample(workspace, Sample::before_draft, {"x", 1}, "", by_ada));
  EXPECT_FALSE(set_sample(workspace, Sample::before_draft, {"x", 1.5}, "", by_ada));
  EXPECT_EQ(sample_changes(workspace, Sample::second_mark),
            (std::vector<SampleChange>{{{"spring 2026", 0.2}, "ada", by_ada.at, "a fifth"},
                                       {{"", 0.125}, "ada", by_ada.at, "too much work"}}));
  EXPECT_EQ(sample_setting(workspace, Sample::before_draft), (SampleSetting{"x", 1}));
  EXPECT_EQ(events(workspace, {.kind = "setting"})->size(), 3u);
  for (const char* attempt : {"UPDATE setting SET value = '1 x'", "DELETE FROM setting",
                              "INSERT OR REPLACE INTO setting SELECT * FROM setting"})
    EXPECT_FALSE(workspace.database().execute(attempt)) << attempt;
}

}  // namespace
}  // namespace planmark
