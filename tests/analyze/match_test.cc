#include "analyze/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "analyze/pattern.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

// "rule: words" for each mention in a document given as Markdown.
std::vector<std::string> mentions_of(const RuleBook& rules, std::string_view markup) {
  const Document document = document_from_markup(markup);
  std::vector<std::string> found;
  for (const Mention& mention : Matcher(rules).find_mentions(fold(document.text), split_sentences(document)))
    found.push_back(rules.rules[mention.rule].id + ": " + std::string(slice(document.text, mention.span)));
  return found;
}

RuleBook book_of(std::vector<Rule> rules) {
  RuleBook book;
  for (const Rule& rule : rules)
    while (book.concepts.size() <= rule.concept_index) book.concepts.push_back({});
  book.rules = std::move(rules);
  return book;
}

TEST(Match, MentionsAreWholeWordsInPrintedText) {
  const RuleBook rules = book_of({{"care/1", 0, "care", false, false, false},
                                  {"cla/1", 1, "CLA", true, false, false},
                                  {"child/1", 2, "child|children", false, false, false}});
  EXPECT_THAT(mentions_of(rules, "CARE of children, careful carré CLA cla class (care)."),
              testing::ElementsAre("care/1: CARE", "child/1: children", "cla/1: CLA", "care/1: care"));
}

TEST(Match, NegativeRulesCancelWhatTheyOverlap) {
  const RuleBook rules = book_of({{"care/1", 0, "children in care", false, false, false},
                                  {"care/2", 0, "in care homes?", false, true, false},
                                  {"home/1", 1, "care homes?", false, false, false}});
  EXPECT_THAT(
      mentions_of(rules, "Children in care. Children in care homes.\n\n- children in care"),
      testing::ElementsAre("care/1: Children in care", "home/1: care homes", "care/1: children in care"));
}

TEST(Match, PatternsStayWithinTheirSentence) {
  const RuleBook rules = book_of({{"x/1", 0, "children.{0,40}lead", false, false, false}});
  EXPECT_THAT(mentions_of(rules, "We support children. The lead is new.\n\n- for children\n- the lead"),
              testing::IsEmpty());
  EXPECT_THAT(mentions_of(rules, "| Children | The lead |"), testing::ElementsAre("x/1: Children\tThe lead"));
}

TEST(Match, SpansAreOfThePrintedText) {
  const RuleBook rules = book_of({{"x/1", 0, "looked-after children's", false, false, false},
                                  {"x/2", 0, "efficient", false, false, false}});
  EXPECT_THAT(mentions_of(rules, "Our looked‑after chil\u00ADdren’s team is eﬃcient."),
              testing::ElementsAre("x/1: looked‑after chil\u00ADdren’s", "x/2: eﬃcient"));
}

TEST(Match, AllPlacesAreFound) {
  const RuleBook rules =
      book_of({{"x/1", 0, "care|carer", false, false, false}, {"x/2", 0, "a", false, false, false}});
  EXPECT_THAT(mentions_of(rules, "care,care carer-care uncare a a"),
              testing::ElementsAre("x/1: care", "x/1: care", "x/1: carer", "x/1: care", "x/2: a", "x/2: a"));
}

// Letters, digits, gaps, alternations, cases and scripts mixed at random.
std::string random_pattern(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"care",
                                                  "child(?:ren)?",
                                                  "é",
                                                  "[a-e]",
                                                  ".{0,5}",
                                                  " ",
                                                  "plan",
                                                  "a?",
                                                  "\\.",
                                                  "(?:x|yz|care)",
                                                  "-",
                                                  "\\d+",
                                                  "S",
                                                  "ß",
                                                  "(b)",
                                                  "\\b",
                                                  "k",
                                                  "[^ ]+?",
                                                  "\\w*",
                                                  "ſ",
                                                  "(?:\\w+ ){0,3}",
                                                  "[^.]{0,6}",
                                                  "(?:a|ab|)",
                                                  "^",
                                                  "$",
                                                  "[^a-c]",
                                                  "\\W",
                                                  "\\S+",
                                                  "(?:c|ca){2}",
                                                  "\\s?",
                                                  "[\\w -]*",
                                                  "x{2,}?",
                                                  "carée",
                                                  "[^é]",
                                                  "(?:é|e)",
                                                  "(?i:S)",
                                                  "[ -]?",
                                                  "(?:b|c)*?",
                                                  "[É.]", "\\x2Dx27", "\\x27", "[\\x27c]"};
  for (;;) {
    std::string pattern;
    for (auto n = 1 + random() % 4; n > 0; --n) pattern += pieces[random() % pieces.size()];
    if (pattern_error(pattern).empty()) return pattern;
  }
}

std::string random_markup(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "care", "Children", "child",  "é", "É",           " ",    " ",      ". ",     "plan",   "-",
      "x",    "yz",       "12",     "S", "s",           "k",    "\u212A", "ſ",      "ß",      "a",
      "b",    "c",        "\n\n- ", "ﬁ", "carre\u0301", "PLAN", "_",      "\u00AD", "careful"};
  std::string text;
  for (auto n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
  return text;
}

TEST(Match, TheGateLosesNothing) {
  std::mt19937 random(1);
  std::size_t total = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<Rule> rules;
    for (std::uint32_t i = 0; i < 25; ++i)
      rules.push_back(
          {"r/" + std::to_string(i), i / 5, random_pattern(random), random() % 2 == 0, i % 5 == 4, false});
    const Matcher matcher(book_of(rules));
    for (int text = 0; text < 4; ++text) {
      const Document document = document_from_markup(random_markup(random));
      const FoldedText folded = fold(document.text);
      const auto sentences = split_sentences(document);
      const auto found = matcher.find_mentions(folded, sentences);
      ASSERT_EQ(found, matcher.find_mentions_slowly(folded, sentences)) << document.text;
      for (std::uint32_t topic = 0; topic < 5; ++topic) {
        std::vector<Mention> of_topic = found;
        std::erase_if(of_topic, [&](const Mention& mention) { return mention.rule / 5 != topic; });
        ASSERT_EQ(of_topic, matcher.find_mentions_of(topic, folded, sentences)) << document.text;
      }
      total += found.size();
    }
  }
  EXPECT_GT(total, 1000U);
}

TEST(Match, WithoutRulesNothingIsFound) {
  EXPECT_THAT(mentions_of({}, "Children in care."), testing::IsEmpty());
}

TEST(Match, TheShippedLexiconsLoseNothingAtTheGate) {
  const auto rules = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons");
  ASSERT_TRUE(rules) << describe(rules.error());
  const Matcher matcher(*rules);
  for (const Question& question : rules->questions) {
    for (const QuestionExample& example : question.examples) {
      const Document document = document_from_markup(example.text);
      const FoldedText folded = fold(document.text);
      const auto sentences = split_sentences(document);
      EXPECT_EQ(matcher.find_mentions(folded, sentences), matcher.find_mentions_slowly(folded, sentences))
          << question.file << ":" << example.line;
    }
  }
}

}  // namespace
}  // namespace planmark
