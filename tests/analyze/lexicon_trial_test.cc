#include "analyze/lexicon_trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyze/rule_book.h"

namespace planmark {
namespace {

constexpr const char* concepts = R"([[concept]]
id = "group.carer"
name = "young carers"
terms = ["young carer"]
match = [
  "Young carers wait.",
  "Children who care wait.",
]
reject = ["The young carer award."]
match_gaps = ["Children who look after a parent."]
reject_gaps = ["No carers here."]
)";

constexpr const char* small_survey = R"([[question]]
id = "Q-1"
criterion = "C"
parts = ["plan"]
type = "multi_select"
wording = "Which?"
source = "here"
[[question.option]]
name = "young carers"
concepts = ["group.carer"]
[[question.example]]
text = '''
Nobody waits.
'''
expect = "None"
[[question.example]]
text = '''
Children who look after a parent wait.
'''
expect = "young carers"
known_gap = true
)";

LexiconSource source() {
  std::vector<LexiconFile> files;
  files.push_back(parse_lexicon_file("concepts/a.toml", concepts).value());
  files.push_back(parse_lexicon_file("survey/a.toml", small_survey).value());
  return lexicon_source_of(std::move(files)).value();
}

std::vector<std::string> places(const std::vector<Problem>& problems) {
  std::vector<std::string> where;
  for (const Problem& problem : problems) where.push_back(problem.where);
  return where;
}

TEST(LexiconTrial, TellsWhatIsWrongFromKnownGaps) {
  const ExampleReport trial = try_lexicons(source());
  EXPECT_EQ(trial.sentences, 5U);
  EXPECT_EQ(trial.questions, 2U);
  EXPECT_THAT(places(trial.failed), testing::ElementsAre("concepts/a.toml:7:3", "concepts/a.toml:9:11"));
  EXPECT_EQ(trial.failed[0].what,
            "'group.carer' must be found in this sentence and is not\n  \"Children who care wait.\",\n  ^");
  EXPECT_THAT(places(trial.gaps), testing::ElementsAre("concepts/a.toml:10:15", "survey/a.toml:16:1"));
  EXPECT_THAT(places(trial.closed), testing::ElementsAre("concepts/a.toml:11:16"));
}

}  // namespace
}  // namespace planmark
