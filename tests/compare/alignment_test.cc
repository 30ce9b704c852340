#include "compare/alignment.h"

#include <gmock/gmock.h>

#include <string>

#include "extract/markup_document.h"

namespace planmark {
namespace {

using testing::ElementsAre;

const ComparisonRules& rules() {
  static const ComparisonRules loaded = load_comparison_rules(PLANMARK_SOURCE_DIR "/lexicons").value();
  return loaded;
}

Comparison compared(const std::string& before, const std::string& after) {
  return compare_documents(document_from_markup(before), document_from_markup(after), rules());
}

std::vector<std::string> kinds(const Comparison& comparison) {
  std::vector<std::string> names;
  for (const PassageChange& change : comparison.changes) names.emplace_back(name_of(change.kind));
  return names;
}

TEST(ComparisonRules, HoldOnTheirExamples) {
  ASSERT_FALSE(rules().examples.empty());
  for (const RuleExample& example : rules().examples)
    EXPECT_EQ(kinds(compared(example.first, example.second)), example.expect)
        << comparison_file << ":" << example.line;
}

// What a passage is, and what counts as the same words.
TEST(Comparison, SeesNoChangeInHowATextIsSet) {
  const std::pair<const char*, const char*> rows[] = {
      {"Ten ﬁne oﬃces", "Ten fine offices"},
      {"A well\u00ADbeing plan", "A wellbeing plan"},
      {"the 2023–24 plan", "the 2023-24 plan"},
      {"# 4.2 Access", "# 7.1 Access"},
      {"- (a) first of all", "- first of all"},
      {"care¹ at home", "care at home"},
      {"| Wait | 6 weeks |\n| Cost | £2m |", "| Wait | 6 weeks |\n\n| Cost | £2m |"},
      {"One. Two three four five.\f\nSix.", "One. Two three four five.\n\nSix."},
      {"We walk to school\n\nWe swim", "We swim\n\nWe walk to school"},
      {"| Wait | Cost |\n| Weeks | Pounds each |\n\n| Wait | Cost |\n| Days | Pence |",
       "| Wait | Cost |\n| Weeks | Pounds each |\n\nWait\n\nCost\n\n| Days | Pence |"},
      {"| a first row of cells | is broken by a page | after a while |",
       "a first is broken after\n\nrow of cells by a page a while"},
      {"| Sign | Here | There | Land | Aim |\n|---|---|---|---|---|\n| Pupils with a plan for care | 4.9 | "
       "3.7 | 4 | 5 |",
       "| Sign | Here | There | Land | Aim |\n|---|---|---|---|---|\n| Pupils with a | 4.9 | 3.7 | 4 | 5 "
       "|\n\n"
       "Sign\n\nHere\n\nThere\n\nLand\n\nAim\n\nplan for care"},
      // A number that begins a passage in the one and stands within it in the other.
      {"It answers for all that stands in chapter\n\n5. The board meets each month and reads the reports",
       "It answers for all that stands in chapter 5. The board meets each month and reads the reports"},
      {"# Access\n\nAccess 12\n\nBuses run.", "# Access\n\nBuses run."},  // the line of a contents list
  };
  for (const auto& [before, after] : rows)
    EXPECT_TRUE(compared(before, after).same_content()) << before << " -> " << after;
}

TEST(Comparison, SeesAChangeOfAnyWordOrNumber) {
  const std::pair<const char*, const char*> rows[] = {
      {"Waits fell by 2.4 days", "Waits fell by 24 days"},
      {"A change of -5 in all", "A change of 5 in all"},
      {"It costs £5 each", "It costs €5 each"},
      {"Uptake is 5% of all", "Uptake is 5 of all"},
      {"We will not close the ward", "We will close the ward"},
      {"The nurse tells the child", "The child tells the nurse"},
      {"It answers for all that stands in chapter\n\n5. The board meets each month and reads the reports",
       "It answers for all that stands in chapter 6. The board meets each month and reads the reports"},
      {"| Wait | 6 weeks |", "| Wait | 7 weeks |"},
  };
  for (const auto& [before, after] : rows)
    EXPECT_FALSE(compared(before, after).same_content()) << before << " -> " << after;
}

std::vector<std::string> marked(const Document& document, const std::vector<Span>& spans) {
  std::vector<std::string> words;
  for (const Span span : spans) words.emplace_back(slice(document.text, span));
  return words;
}

TEST(Comparison, MarksTheWordsThatChanged) {
  const Document before =
      document_from_markup("By March 2025 all six hubs will be open to long-term patients.");
  const Document after =
      document_from_markup("By June 2026 all four of the hubs will be open to long term patients.");
  const Comparison comparison = compare_documents(before, after, rules());
  ASSERT_EQ(kinds(comparison), std::vector<std::string>{"reworded"});
  EXPECT_THAT(marked(before, comparison.changes[0].words_before), ElementsAre("March 2025", "six"));
  EXPECT_THAT(marked(after, comparison.changes[0].words_after), ElementsAre("June 2026", "four of the"));
}

TEST(Comparison, CountsASecondPrintingAsKept) {
  const std::string said = "Every child in care has a nurse who knows their name and their school.";
  const Comparison comparison = compared(said, said + "\n\n# Summary\n\n" + said + "\n\nNothing else.");
  EXPECT_THAT(kinds(comparison), ElementsAre("kept", "new", "kept", "new"));
  EXPECT_EQ(comparison.count(ChangeKind::added), 1U) << "the heading does not count";
}

TEST(Comparison, OfEmptyDocumentsIsEmpty) {
  EXPECT_TRUE(compared("", "").changes.empty());
  EXPECT_THAT(kinds(compared("", "Something.")), ElementsAre("new"));
  EXPECT_THAT(kinds(compared("Something.", "")), ElementsAre("dropped"));
}

}  // namespace
}  // namespace planmark
