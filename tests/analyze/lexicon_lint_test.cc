#include "analyze/lexicon_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* survey = R"([[question]]
id = "Q-1"
criterion = "C"
parts = ["plan"]
type = "multi_select"
wording = "Which?"
source = "here"
[[question.option]]
name = "young carers"
concepts = ["carer"]
[[question.option]]
name = "parents"
concepts = ["parent"]
)";

Result<LexiconSource> source_with(const std::string& concepts) {
  std::vector<LexiconFile> files;
  files.push_back(parse_lexicon_file("concepts/a.toml", concepts).value());
  files.push_back(parse_lexicon_file("survey/a.toml", survey).value());
  return lexicon_source_of(std::move(files));
}

// The findings of one kind on these concepts, each as "line:column message".
std::vector<std::string> found(LintKind kind, const std::string& concepts) {
  const auto source = source_with(concepts);
  if (!source) return {describe(source.error())};
  std::vector<std::string> texts;
  for (const LintFinding& finding : lint(*source)) {
    if (finding.kind != kind) continue;
    const std::string& what = finding.problem.what;
    texts.push_back(finding.problem.where.substr(std::string("concepts/a.toml:").size()) + " " +
                    what.substr(0, what.find('\n')));
  }
  return texts;
}

std::string two(const std::string& carer, const std::string& parent) {
  return "[[concept]]\nid = 'carer'\nname = 'c'\n" + carer + "\nmatch = ['A young carer.']\n" +
         "[[concept]]\nid = 'parent'\nname = 'p'\n" + parent + "\nmatch = ['A parent.']\n";
}

TEST(LexiconLint, HasNothingToSayOfGoodLexicons) {
  EXPECT_TRUE(lint(source_with(two("terms = ['young carer']", "terms = ['parent']")).value()).empty());
}

TEST(LexiconLint, DuplicateTermsOfTwoConcepts) {
  EXPECT_THAT(found(LintKind::duplicate, two("terms = ['young carer', 'parent']", "terms = ['parent']")),
              ElementsAre("9:10 'parent' and 'carer' look for the same: 'parent' (concepts/a.toml:4)"));
}

TEST(LexiconLint, ATermThatNamesTwoOptionsOfAQuestion) {
  EXPECT_THAT(found(LintKind::two_options,
                    two("terms = ['young carer']", "terms = ['parent', 'parent of a young carer']")),
              ElementsAre("9:20 'carer' is found here too: in Q-1 this names 'parents' and 'young carers'"));
  EXPECT_THAT(found(LintKind::two_options, two("terms = ['young carer']\nnot_terms = ['of a young carer']",
                                               "terms = ['parent', 'parent of a young carer']")),
              ElementsAre());
}

TEST(LexiconLint, ATermThatANegativeRuleTakes) {
  EXPECT_THAT(
      found(LintKind::cancelled,
            two("terms = ['young carer', 'young carer card']\nnot_terms = ['card']", "terms = ['parent']")),
      ElementsAre("4:25 this is never found: 'card' (concepts/a.toml:5) takes it away"));
}

TEST(LexiconLint, ATermThatABroaderOneMakesNeedless) {
  EXPECT_THAT(
      found(LintKind::redundant, two("terms = ['our young carer', 'young carer']", "terms = ['parent']")),
      ElementsAre("4:10 'young carer' (concepts/a.toml:4) finds all that this finds"));
  EXPECT_THAT(found(LintKind::redundant,
                    two("terms = ['young carer']\nweak_terms = ['carer']", "terms = ['parent']")),
              ElementsAre())
      << "a weak rule does not stand for a strong one";
}

TEST(LexiconLint, RulesThatNoExampleFires) {
  EXPECT_THAT(found(LintKind::unfired, two("terms = ['young carer', 'carer aged 9']\npatterns = ['caring.*']",
                                           "terms = ['parent']")),
              ElementsAre("4:25 no example fires 2 of the 3 rules of 'carer': 'carer aged 9', 'caring.*'"));
}

TEST(LexiconLint, AConceptThatNoQuestionUses) {
  const std::string more =
      "[[concept]]\nid = 'spare'\nname = 's'\nterms = ['spare']\nmatch = ['A spare.']\n"
      "[[concept]]\nid = 'cue.spare'\nname = 's'\nterms = ['cue']\nmatch = ['A cue.']\n";
  EXPECT_THAT(found(LintKind::unused, two("terms = ['young carer']", "terms = ['parent']") + more),
              ElementsAre("12:6 no question uses 'spare'"));
}

}  // namespace
}  // namespace planmark
