#include "analyze/context.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "analyze/clause.h"
#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

struct ContextRow {
  const char* markup;  // its last sentence is the one asked about
  const char* topic;   // a piece of it
  ChildScope scope;
  Modality modality;
};

std::ostream& operator<<(std::ostream& out, const ContextRow& row) { return out << row.markup; }

class Around : public testing::TestWithParam<ContextRow> {};

TEST_P(Around, ATopic) {
  const ContextRow& row = GetParam();
  const Reading reading = read_markup(row.markup);
  const std::size_t last = reading.sentences.size() - 1;
  const auto at = static_cast<std::uint32_t>(reading.document.text.rfind(row.topic));
  const Span topic{at, at + static_cast<std::uint32_t>(std::string_view(row.topic).size())};
  const Span clause = ClauseBreaks(reading.document.text).clause_of(reading.sentences[last].span, topic);
  EXPECT_STREQ(name_of(scope_at(reading.contexts[last], clause, topic)), name_of(row.scope));
  EXPECT_STREQ(name_of(modality_at(reading.contexts[last], clause, topic)), name_of(row.modality));
}

constexpr ChildScope same = ChildScope::same, near = ChildScope::near, adjoining = ChildScope::adjoining,
                     section = ChildScope::section, adult = ChildScope::adult, all_age = ChildScope::all_age,
                     unsaid = ChildScope::unsaid;

INSTANTIATE_TEST_SUITE_P(
    Cues, Around,
    testing::Values(
        ContextRow{"We will open a clinic for children.", "clinic", same, Modality::committed},
        ContextRow{"Children wait. We aim to open a clinic.", "clinic", adjoining, Modality::intended},
        ContextRow{"For young people we will:\n\n- open a clinic", "clinic", near, Modality::committed},
        ContextRow{"| Children | When |\n|---|---|\n| A clinic | May |", "clinic", near, Modality::stated},
        ContextRow{"# Starting well: children\n\nA clinic will open.", "clinic", section,
                   Modality::committed},
        ContextRow{"# Starting well: children\n\nA clinic for older people will open.", "clinic", adult,
                   Modality::committed},
        ContextRow{"# A plan for children\n\n## Sleep\n\n## Food\n\n## Care\n\nA clinic will open.", "clinic",
                   near, Modality::committed},
        ContextRow{"# A plan for children\n\n## Sleep\n\n## Food\n\n## Older people\n\nA clinic will open.",
                   "clinic", unsaid, Modality::committed},
        ContextRow{"# A plan for all\n\n## Children\n\n## Food\n\n## Care\n\nA clinic will open.", "clinic",
                   unsaid, Modality::committed},
        ContextRow{"A clinic for people of all ages.", "clinic", all_age, Modality::stated},
        ContextRow{"A clinic may be considered.", "clinic", unsaid, Modality::exploratory},
        ContextRow{"We will explore a clinic.", "clinic", unsaid, Modality::exploratory},
        ContextRow{"The clinic will be considered.", "clinic", unsaid, Modality::exploratory},
        ContextRow{"| Clinic | Lead |\n|---|---|\n| Clinic | To be confirmed in May |", "Clinic", unsaid,
                   Modality::negated},
        ContextRow{"| Clinic | Lead | By |\n|---|---|---|\n| Clinic | Nurse | To be confirmed |", "Clinic",
                   unsaid, Modality::stated},
        ContextRow{"The ICB has a duty to provide a clinic.", "clinic", unsaid, Modality::statutory},
        ContextRow{"The Government has announced a clinic.", "clinic", unsaid, Modality::national},
        ContextRow{"We do not plan a clinic.", "clinic", unsaid, Modality::negated},
        ContextRow{"The clinic was cancelled.", "clinic", unsaid, Modality::negated},
        ContextRow{"We will open not only a clinic but a hub.", "clinic", unsaid, Modality::committed},
        ContextRow{"We do not like queues; we will open a clinic.", "clinic", unsaid, Modality::committed},
        ContextRow{"Adults have a hub; children have a clinic.", "clinic", same, Modality::stated},
        ContextRow{"They bring adult children to the clinic.", "clinic", adult, Modality::stated},
        ContextRow{"Young onset dementia clinic.", "clinic", adult, Modality::stated}));

TEST(Context, ARejectionInTheNextSentenceTakesBackTheOneBefore) {
  const Reading reading =
      read_markup("Rapid progress to pooled budgets. This was rejected in light of cost.");
  EXPECT_TRUE(reading.contexts[0].rejected_next);
  EXPECT_FALSE(reading.contexts[1].rejected_next);
}

TEST(Context, WhatIsTakenUpInTheNextSentenceIsOnesOwn) {
  const std::string of_others = "NHS England has published a framework. ";
  const Reading taken = read_markup(of_others + "The Board has adopted it.");
  const Reading left = read_markup(of_others + "The Board has read it.");
  EXPECT_EQ(taken.contexts[0].owner, Owner::own);
  EXPECT_EQ(left.contexts[0].owner, Owner::other);
}

// So many sentences, of which so many name children; the last names nobody.
Reading of_sentences(int all, int naming) {
  std::string markup;
  for (int i = 1; i < all; ++i) markup += i <= naming ? "Children wait here. " : "People wait here. ";
  return read_markup(markup + "\n\nA clinic will open.");
}

TEST(Context, ADocumentThatNamesChildrenThroughoutIsAboutThem) {
  EXPECT_EQ(of_sentences(100, 36).contexts.back().scope, ChildScope::near);
  EXPECT_EQ(of_sentences(100, 35).contexts.back().scope, ChildScope::unsaid);
  EXPECT_EQ(of_sentences(59, 58).contexts.back().scope, ChildScope::unsaid) << "too short to tell";
  EXPECT_TRUE(is_about_children(of_sentences(100, 36).contexts));
  EXPECT_FALSE(is_about_children(of_sentences(100, 35).contexts));
}

struct Place {
  const char* markup;  // its last sentence is the one asked about
  Position position;
};

TEST(Context, PositionsFollowTheBlockAndTheHeadingsAboveIt) {
  const Place places[] = {
      {"Children wait.", Position::body},
      {"- Children wait.", Position::list},
      {"| A | B |\n|---|---|\n| Children | wait |", Position::row},
      {"| Children | wait |", Position::heading},
      {"> Children wait.", Position::quote},
      {"# Children", Position::heading},
      {"# Foreword\n\nChildren wait.", Position::foreword},
      {"# Annex B: statutory duties\n\nChildren wait.", Position::statutory},
      {"# Appendix 3: Glossary\n\n| SEND | Needs |\n|---|---|\n| CYP | Children |", Position::outside},
      {"# Contents\n\n- Children 4", Position::outside},
      {"# Contents\n\n- Children 4\n\f\nA page.\n\f\nChildren wait.", Position::body},
      {"# Sources\n\nChildren's data, 2021.", Position::outside},
      {"# Foreword\n\n## Our plan for children\n\nChildren wait.", Position::foreword},
  };
  for (const Place& place : places) {
    const Reading reading = read_markup(place.markup);
    EXPECT_STREQ(name_of(reading.contexts.back().position), name_of(place.position)) << place.markup;
  }
}

TEST(Context, OurWordsMakeASentenceOurs) {
  EXPECT_EQ(read_markup("We have adopted NHS England's framework.").contexts[0].owner, Owner::own);
  EXPECT_EQ(read_markup("NHS England sets out five areas.").contexts[0].owner, Owner::other);
  EXPECT_EQ(read_markup("The council publishes its local offer.").contexts[0].owner, Owner::partner);
  EXPECT_EQ(read_markup("Waits fell.").contexts[0].owner, Owner::own);
  EXPECT_EQ(read_markup("The Government expects:\n\n- shorter waits").contexts[1].owner, Owner::other);
}

}  // namespace
}  // namespace planmark
