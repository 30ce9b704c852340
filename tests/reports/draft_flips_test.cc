#include "reports/draft_flips.h"

#include <gtest/gtest.h>

#include "tests/reports/sample_drafts.h"

namespace planmark {
namespace {

Draft yes_no(const char* question, const char* value) {
  Draft draft;
  draft.question = question;
  draft.answer.value = value;
  return draft;
}

Decision decision(const char* action, const char* answer) {
  Decision made;
  made.question = "COP-01";
  made.action = action;
  made.answer = answer;
  return made;
}

TEST(DraftFlips, TellWhatWouldChange) {
  const RuleBook rules = sample_questions();
  EXPECT_TRUE(draft_flips({yes_no("COP-01", "yes")}, {yes_no("COP-01", "yes")}, {}, rules).empty());
  const auto flips =
      draft_flips({yes_no("COP-01", "yes"), yes_no("OLD-01", "no")}, {yes_no("COP-01", "no")}, {}, rules);
  ASSERT_EQ(flips.size(), 2U);
  EXPECT_EQ(flips[0].before + ">" + flips[0].after, "yes>no");
  EXPECT_EQ(flips[1].question, "OLD-01");
  EXPECT_EQ(flips[1].after, "");
}

TEST(DraftFlips, AgainstWhatAPersonDecided) {
  const struct {
    std::vector<Decision> decisions;
    bool contradicts, agrees;
  } rows[] = {
      {{}, false, false},
      {{decision("confirm", "yes")}, true, false},
      {{decision("confirm", "yes"), decision("change", "no")}, false, true},  // the last stands
      {{decision("confirm", "yes"), decision("cannot tell", "")}, false, false},
  };
  for (const auto& row : rows) {
    const auto flips =
        draft_flips({yes_no("COP-01", "yes")}, {yes_no("COP-01", "no")}, row.decisions, sample_questions());
    ASSERT_EQ(flips.size(), 1U);
    EXPECT_EQ(flips[0].contradicts(), row.contradicts) << row.decisions.size();
    EXPECT_EQ(flips[0].agrees(), row.agrees) << row.decisions.size();
  }
}

}  // namespace
}  // namespace planmark
