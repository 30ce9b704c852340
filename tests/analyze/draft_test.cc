// What every draft shows for itself, on small documents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/document.h"
#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Draft draft_of(const Document& document, const std::string& question) {
  const Question* asked = real_rules().find_question(question);
  const Analysis analysis = analyze(document, real_rules(), real_matcher(), asked->parts.front());
  for (const Draft& draft : analysis.drafts)
    if (draft.question == question) return draft;
  return {};
}

std::string quote(const Document& document, const Evidence& evidence) {
  return std::string(slice(document.text, evidence.span));
}

TEST(Draft, EvidenceIsWholeSentencesAndTheOneForMostOptionsComesFirst) {
  const Document document = document_from_markup(
      "## Fairness\n\nYoung carers lose out. Children in care, care leavers and disabled children have worse "
      "health. "
      "We will fund a nurse for care leavers.");
  const Draft draft = draft_of(document, "INEQ-04");
  EXPECT_THAT(draft.answer.values,
              ElementsAre("children looked after (CLA)", "SEND", "care leavers", "young carers"));
  ASSERT_GE(draft.evidence.size(), 2U);
  EXPECT_EQ(quote(document, draft.evidence[0]),
            "Children in care, care leavers and disabled children have worse health.");
  EXPECT_EQ(draft.evidence[0].note, "children looked after (CLA); SEND; care leavers");
  EXPECT_EQ(quote(document, draft.evidence[1]), "Young carers lose out.");
  EXPECT_THAT(draft.evidence[1].rules, Contains("group.young-carer/1"));
  EXPECT_THAT(draft.reason, Not(IsEmpty()));
}

TEST(Draft, NothingFoundShowsTheNearestMissesAndWhatWasSearched) {
  const Document document = document_from_markup(
      "55 care leavers live here.\n\f\n# Glossary\n\nSEND: special educational needs.\n\nSouth Asian adults "
      "have a "
      "higher risk.");
  const Draft draft = draft_of(document, "INEQ-05");
  EXPECT_THAT(draft.answer.values, IsEmpty());
  EXPECT_THAT(draft.evidence, IsEmpty());
  ASSERT_EQ(draft.counter.size(), 3U);
  for (const Evidence& miss : draft.counter) EXPECT_THAT(miss.note, HasSubstr(": "));
  EXPECT_GT(draft.searched.rules, 100U);
  EXPECT_EQ(draft.searched.pages, 2U);
  EXPECT_THAT(draft.clauses, Contains(Field(&Clause::because, HasSubstr("glossary"))));
}

TEST(Draft, HowManyQuotesAreShownIsTheQuestionsToSayAndNeverDecides) {
  struct Row {
    const char* text;
    std::map<std::string, double> limits;
    const char* answer;
    std::size_t evidence, counter;
  };
  const char* named = "We use Core20PLUS5 to target support.";
  const char* missed = "# Glossary\n\nCore20PLUS5: a national approach.";
  const Row rows[] = {
      {named, {}, "yes", 1, 0},
      {named, {{"evidence_limit", 0}}, "yes", 1, 0},
      {missed, {}, "no", 0, 1},
      {missed, {{"counter_limit", 0}}, "no", 0, 0},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    RuleBook rules = real_rules();
    for (Question& question : rules.questions) question.settings.numbers = row.limits;
    const Analysis analysis = analyze(document_from_markup(row.text), rules, real_matcher(), "plan");
    const auto draft = std::find_if(analysis.drafts.begin(), analysis.drafts.end(),
                                    [](const Draft& each) { return each.question == "INEQ-10"; });
    ASSERT_NE(draft, analysis.drafts.end());
    EXPECT_EQ(draft->answer.value, row.answer);
    EXPECT_THAT(draft->evidence, SizeIs(row.evidence));
    EXPECT_THAT(draft->counter, SizeIs(row.counter));
  }
}

TEST(Draft, TheClausesOfTheRubricAreShownWithTheQuotesThatDecide) {
  const Document document = document_from_markup("We held a public consultation with residents in May 2022.");
  const Draft draft = draft_of(document, "COP-01");
  EXPECT_EQ(draft.answer.value, "To some extent");
  ASSERT_GE(draft.clauses.size(), 4U);
  EXPECT_EQ(draft.clauses[0].id, "K1");
  EXPECT_FALSE(draft.clauses[0].met);
  EXPECT_EQ(slice(document.text, draft.clauses[0].decided_by),
            "We held a public consultation with residents in May 2022.");
}

TEST(Draft, WhenNoOptionHoldsWhatSpokeForOneIsShown) {
  const Draft draft =
      draft_of(document_from_markup("We will see every child with asthma within a week."), "POP-03");
  EXPECT_EQ(draft.answer.value, "neither");
  EXPECT_THAT(draft.counter, SizeIs(1));
  EXPECT_THAT(draft.counter.front().note, HasSubstr("too little"));
}

TEST(Draft, AStatedAbsenceIsACertainNo) {
  const Draft draft =
      draft_of(document_from_markup("We did not hold a public consultation with residents."), "COP-01");
  EXPECT_EQ(draft.answer.value, "No");
  EXPECT_EQ(draft.confidence, Confidence::high);
  EXPECT_EQ(draft.clauses.back().id, "absence");
}

TEST(Draft, ASentencePrintedTwiceCountsOnce) {
  const char* sentence = "Half of our care leavers wait longer than their peers for a first appointment.";
  const Document once = document_from_markup(sentence);
  const Document twice = document_from_markup(std::string(sentence) + "\n\n" + sentence);
  EXPECT_EQ(draft_of(twice, "INEQ-04").evidence, draft_of(once, "INEQ-04").evidence);
}

TEST(Draft, WhatCannotBeReadIsNotAssessed) {
  Document document = document_from_markup("Children in care have worse health.\n\f\nMore.\n\f\nMore still.");
  document.pages[1].state = PageState::unreadable;
  const Draft draft = draft_of(document, "INEQ-04");
  EXPECT_TRUE(draft.answer.not_assessed);
  EXPECT_THAT(draft.answer.values, IsEmpty());
  EXPECT_EQ(draft.reason, "Not assessed: 1 of 3 pages could not be read.");
  EXPECT_THAT(draft.searched.unreadable_pages, ElementsAre(2));
}

TEST(Draft, WhatWasRecognisedInAPictureHasLowConfidence) {
  Document document = document_from_markup(
      "The executive lead for children and young people is Ann Bell, Chief Nurse.\n\f\nMore.");
  const Draft printed = draft_of(document, "LEAD-01");
  document.pages[1].ocr = true;
  EXPECT_EQ(draft_of(document, "LEAD-01"), printed) << "the evidence stands on another page";
  document.pages[0].ocr = true;
  const Draft recognised = draft_of(document, "LEAD-01");
  EXPECT_NE(printed.confidence, Confidence::low);
  EXPECT_EQ(recognised.confidence, Confidence::low);
  EXPECT_EQ(recognised.answer, printed.answer);
  EXPECT_THAT(recognised.reason, HasSubstr("recognised in a picture"));
  EXPECT_EQ(draft_of(document, "INEQ-04").confidence, Confidence::low) << "nothing found, and some misread";
}

TEST(Draft, OtherPartsAreGivenTheirSentencesAlone) {
  const Document document = document_from_markup("Children in care have worse health.");
  const Analysis analysis = analyze(document, real_rules(), real_matcher(), "easy-read");
  EXPECT_EQ(analysis.sentences.size(), 1U);
  EXPECT_THAT(analysis.mentions, IsEmpty());
  EXPECT_THAT(analysis.drafts, IsEmpty());
}

TEST(Draft, IsTheSameEachTime) {
  const Document document =
      document_from_markup("## Fairness\n\nYoung carers and children in care lose out.");
  const auto run = [&] { return analyze(document, real_rules(), real_matcher(), "strategy"); };
  EXPECT_EQ(run(), run());
}

TEST(Draft, AnEmptyDocumentIsAnsweredNoThroughout) {
  for (const char* part : {"strategy", "plan"})
    for (const Draft& draft : analyze(document_from_markup(""), real_rules(), real_matcher(), part).drafts) {
      EXPECT_THAT(draft.evidence, IsEmpty()) << draft.question;
      EXPECT_THAT(draft.reason, Not(IsEmpty())) << draft.question;
    }
}

}  // namespace
}  // namespace planmark
