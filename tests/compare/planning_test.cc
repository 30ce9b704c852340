// What is shared, promised and done: the examples of the lexicons, and what bounds them.
#include <gmock/gmock.h>

#include "analyze/sentence.h"
#include "base/format.h"
#include "compare/follow_commitments.h"
#include "compare/priority.h"
#include "compare/shared_text.h"
#include "extract/markup_document.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* lexicons = PLANMARK_SOURCE_DIR "/lexicons";

struct Read {
  Document document;
  std::vector<Sentence> sentences;
};

Read read(const std::string& markup) {
  Read made{document_from_markup(markup), {}};
  made.sentences = split_sentences(made.document);
  return made;
}

const CommitmentRules& commitment_rules() {
  static const CommitmentRules rules = load_commitment_rules(lexicons).value();
  return rules;
}

std::vector<std::string> fates(const std::string& before, const std::string& after) {
  static const ComparisonRules comparison = load_comparison_rules(lexicons).value();
  const Read a = read(before), b = read(after);
  std::vector<std::string> names;
  for (const FollowedCommitment& each :
       follow_commitments({a.document, a.sentences}, {b.document, b.sentences},
                          compare_documents(a.document, b.document, comparison), commitment_rules()))
    names.emplace_back(name_of(each.fate));
  return names;
}

TEST(SharedText, HoldsOnItsExamples) {
  const SharedTextRules rules = load_shared_text_rules(lexicons).value();
  ASSERT_FALSE(rules.examples.empty());
  for (const SharedTextExample& example : rules.examples) {
    const Read source = read(example.source), text = read(example.text);
    const SentenceRuns of_source = runs_of(source.document, source.sentences, rules);
    const auto shared = shared_sentences(runs_of(text.document, text.sentences, rules), {&of_source}, rules);
    EXPECT_EQ(!shared.empty(), example.shared) << shared_text_file << ":" << example.line;
  }
}

TEST(SharedText, NamesTheFirstSourceAndItsSentence) {
  const SharedTextRules rules = load_shared_text_rules(lexicons).value();
  const std::string sentence = "Every ward has a named nurse for children who stay longer than a week.";
  const Read text = read("# Wards\n\nOurs is a small place. " + sentence),
             none = read("Nothing of the kind."),
             first = read("An opening line. " + sentence + " A closing line."), second = read(sentence);
  const auto runs = [&](const Read& each) { return runs_of(each.document, each.sentences, rules); };
  const SentenceRuns of_none = runs(none), of_first = runs(first), of_second = runs(second);
  const auto shared = shared_sentences(runs(text), {&of_none, &of_first, &of_second}, rules);
  ASSERT_EQ(shared.size(), 1U);
  EXPECT_EQ(shared[0].source, 1U);
  EXPECT_THAT(std::string(slice(text.document.text, shared[0].span)), HasSubstr("Every ward"));
  EXPECT_THAT(std::string(slice(first.document.text, shared[0].source_span)), HasSubstr("Every ward"));
  EXPECT_DOUBLE_EQ(shared[0].share, 1);
}

TEST(Commitments, HoldOnTheirExamples) {
  ASSERT_FALSE(commitment_rules().examples.empty());
  for (const RuleExample& example : commitment_rules().examples)
    EXPECT_EQ(fates(example.first, example.second), example.expect)
        << commitments_file << ":" << example.line;
}

TEST(Commitments, AreReadWithTheirDatesAndFigures) {
  const struct {
    const char *text, *deadlines, *figures;
  } rows[] = {
      {"We will open by March 2025.", "2025-03", ""},
      {"We will open by 31 March 2025 at the latest.", "2025-03", ""},
      {"We aim to finish by the end of 2024/25.", "2024/25", ""},
      {"We will start in Q3 2024-25.", "2024/25 q3", ""},
      {"We will start in autumn 2026.", "2026 autumn", ""},
      {"We will cut waits from 24% to 18 per cent by 2028.", "2028", "24% 18%"},
      {"We will invest £1.2 million in 1,200 new places.", "", "£1.2m 1200"},
      {"We will act on 3 in 10 complaints within 20 working days.", "", "3/10 20"},
      {"We will see children aged 5 to 11 and people over 25 with asthma in section 3 by 2026.", "2026", ""},
      {"In March 2023 we opened two hubs.", "none", ""},
      {"We will listen.", "none", ""},
      {"# By March 2025 we will open", "none", ""},
  };
  for (const auto& row : rows) {
    const Read made = read(row.text);
    const auto found = commitments_of(made.document, made.sentences, commitment_rules());
    if (std::string(row.deadlines) == "none") {
      EXPECT_TRUE(found.empty()) << row.text;
      continue;
    }
    ASSERT_EQ(found.size(), 1U) << row.text;
    std::vector<std::string> deadlines, figures;
    for (const Term& term : found[0].deadlines) deadlines.push_back(term.meaning);
    for (const Term& term : found[0].figures) figures.push_back(term.meaning);
    EXPECT_EQ(joined(deadlines, " "), row.deadlines) << row.text;
    EXPECT_EQ(joined(figures, " "), row.figures) << row.text;
  }
}

TEST(Commitments, AreFoundNowhereInNothing) {
  EXPECT_THAT(fates("", ""), ElementsAre());
  EXPECT_THAT(fates("We will open by March 2025.", ""), ElementsAre("dropped"));
  EXPECT_THAT(fates("", "We will open by March 2025."), ElementsAre("new"));
}

TEST(Priorities, HoldOnTheirExamples) {
  const PriorityRules rules = load_priority_rules(lexicons).value();
  ASSERT_FALSE(rules.examples.empty());
  for (const RuleExample& example : rules.examples) {
    const Read strategy = read(example.first), plan = read(example.second);
    const auto priorities = priorities_of(strategy.document, rules);
    const auto actions =
        actions_for(strategy.document, priorities, plan.document, plan.sentences, commitment_rules(), rules);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < priorities.size(); ++i) {
      std::string name(slice(strategy.document.text, priorities[i].span));
      while (name.ends_with(' ') || name.ends_with('\n')) name.pop_back();
      found.push_back(format("{}: {}", name, actions[i].size()));
    }
    EXPECT_EQ(found, example.expect) << priorities_file << ":" << example.line;
  }
}

TEST(Priorities, NameTheOwnerOfAnAction) {
  const PriorityRules rules = load_priority_rules(lexicons).value();
  const Read strategy = read("# Our priorities\n\n- Speech therapy\n- Warm homes"),
             plan = read(
                 "We will halve waits for speech therapy by 2026, led by the Chief Nurse.\n\n"
                 "| Action | Date | Lead |\n|---|---|---|\n| Warm homes grants | May 2026 | Jo Ash |");
  const auto actions = actions_for(strategy.document, priorities_of(strategy.document, rules), plan.document,
                                   plan.sentences, commitment_rules(), rules);
  ASSERT_EQ(actions.size(), 2U);
  ASSERT_EQ(actions[0].size(), 1U);
  EXPECT_EQ(slice(plan.document.text, actions[0][0].owner), "led by the Chief Nurse");
  ASSERT_EQ(actions[1].size(), 1U);
  EXPECT_EQ(slice(plan.document.text, actions[1][0].owner), "Jo Ash");
}

TEST(PlanningRules, NameAMistakeWithItsPlace) {
  const TemporaryFolder folder;
  const struct {
    const char *name, *text, *said;
  } rows[] = {
      {shared_text_file, "least_words = 8\nrun = 4\n", "share"},
      {shared_text_file, "least_words = 8\nrun = 4\nshare = 7\n", "between"},
      {shared_text_file, "least_words = 8\nrun = 4\nshare = 0.5\nlike = 1\n", "like"},
      {shared_text_file, "least_words = 8\nrun = 4\nshare = 0.5\nbars = ['gossip']\n", "no kind of source"},
      {commitments_file, "promises = ['(will']\n", "missing )"},
      {priorities_file,
       "numbered = 'x'\nintroduced = ['y']\ntied_heads = ['t']\nowner_heads = ['z']\nowners = "
       "['a']\ncommon_words = ['b']\n",
       "covers"},
      {priorities_file, "numbered =\n", ""},
  };
  for (const auto& row : rows) {
    folder.write(row.name, row.text);
    const std::string name = row.name;
    const std::string said =
        name == shared_text_file   ? describe(load_shared_text_rules(folder.path()).error())
        : name == commitments_file ? describe(load_commitment_rules(folder.path()).error())
                                   : describe(load_priority_rules(folder.path()).error());
    EXPECT_THAT(said, HasSubstr(row.said)) << row.text;
    EXPECT_THAT(said, HasSubstr(name + ":")) << row.text;
  }
}

}  // namespace
}  // namespace planmark
