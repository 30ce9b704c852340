#include "analyze/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

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

TEST(Match, TheShippedLexiconsLoad) {
  const auto rules = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons");
  ASSERT_TRUE(rules) << describe(rules.error());
}

}  // namespace
}  // namespace planmark
