#include "analyze/quote_rank.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

// Findings of one document, each in a sentence of its own.
struct Case {
  std::vector<Finding> findings;
  std::vector<Context> contexts;
  Document document;
  FoldedText folded;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  RuleBook rules;

  DraftInputs inputs() const { return {document, folded, sentences, mentions, contexts, rules}; }

  void add(Finding finding, Context context) {
    finding.sentence = static_cast<std::uint32_t>(findings.size());
    findings.push_back(finding);
    contexts.push_back(std::move(context));
  }
};

Finding finding(bool strong, bool headed, bool required_here, std::uint32_t repeated = 0) {
  Finding finding;
  finding.strong = strong;
  finding.headed = headed;
  finding.required_here = required_here;
  finding.repeated = repeated;
  return finding;
}

Context context(std::uint16_t details, Position position = Position::body, std::uint32_t heading = none) {
  Context context;
  context.details = details;
  context.position = position;
  context.heading = heading;
  return context;
}

constexpr std::uint16_t kDateNumberMoney = 1 | 2 | 256;

TEST(QuoteRank, WhatMakesAnAnswerOutweighsWhatMakesItBetter) {
  struct Row {
    const char* what;
    Finding first, second;
    Context first_in, second_in;
  };
  const Row rows[] = {
      {"a strong cue before numbers", finding(true, false, false), finding(false, false, false), context(0),
       context(kDateNumberMoney)},
      {"the heading above before numbers", finding(false, true, false), finding(false, false, false),
       context(0), context(kDateNumberMoney)},
      {"a cue of its own before numbers", finding(false, false, true), finding(false, false, false),
       context(0), context(kDateNumberMoney)},
      {"numbers where all else is alike", finding(false, true, true), finding(false, true, true),
       context(kDateNumberMoney), context(0)},
      {"one that comes back to the topic", finding(false, true, true, 2), finding(false, true, true),
       context(0), context(1)},
      {"text before a box", finding(false, true, false), finding(false, true, false), context(0),
       context(kDateNumberMoney, Position::box)},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    Case all;
    all.add(row.second, row.second_in);
    all.add(row.first, row.first_in);
    const std::vector<const Finding*> order = weightiest(all.findings, all.inputs());
    ASSERT_EQ(order.size(), 2U);
    EXPECT_EQ(order.front()->sentence, 1U);
  }
}

TEST(QuoteRank, ThePassageThatSpeaksOfTheTopicComesBeforeALoneMention) {
  constexpr std::uint32_t kLone = 3;
  constexpr std::uint32_t kPassage = 7;
  Case all;
  for (const std::uint32_t heading : {kLone, kPassage, kPassage, kPassage})
    all.add(finding(false, false, true), context(0, Position::body, heading));
  const std::vector<const Finding*> order = weightiest(all.findings, all.inputs());
  ASSERT_EQ(order.size(), 4U);
  EXPECT_EQ(order.back()->sentence, 0U);
}

TEST(QuoteRank, TwoThatFollowEachOtherComeBeforeOneAlone) {
  Case all;
  for (int i = 0; i < 4; ++i) all.add(finding(false, false, true), context(0));
  all.findings[1].failed = 1;  // what is left: 0, and 2 with 3
  const std::vector<const Finding*> order = weightiest(all.findings, all.inputs());
  ASSERT_EQ(order.size(), 3U);
  EXPECT_EQ(order.back()->sentence, 0U);
}

TEST(QuoteRank, WeakQuotesAfterTheSecondAreLeftOut) {
  Case all;
  all.add(finding(true, true, true), context(0));
  for (int i = 0; i < 3; ++i) all.add(finding(false, false, false), context(0));
  all.add(finding(true, true, false), context(0));
  EXPECT_EQ(worth_showing(all.findings, all.inputs(), 8).size(), 2U);
  EXPECT_EQ(worth_showing(all.findings, all.inputs(), 1).size(), 1U);
  EXPECT_EQ(weightiest(all.findings, all.inputs()).size(), 5U);
}

}  // namespace
}  // namespace planmark
