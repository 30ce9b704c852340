#include "extract/hyphen.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Hyphen, TheDocumentsOwnWordsDecideThenTheFirstPart) {
  const Vocabulary vocabulary = {"wellbeing", "follow-up", "multiagency"};
  struct Row {
    const char *end, *start;
    Seam seam;
  };
  for (const Row& row : {
           Row{"well-", "being", Seam::drop_hyphen},     // written so elsewhere
           Row{"follow-", "up,", Seam::keep_hyphen},     // written so elsewhere
           Row{"multi-", "agency", Seam::drop_hyphen},   // against the list, with the document
           Row{"long-", "term", Seam::keep_hyphen},      // a first part that keeps its hyphen
           Row{"place-", "ment", Seam::drop_hyphen},     // but not before an ending
           Row{"inequal-", "ities", Seam::drop_hyphen},  // anything else in lower case
           Row{"after-", "school", Seam::keep_hyphen},   // a second part that keeps it
           Row{"Achebe-", "Lowe", Seam::keep_hyphen},    // a name
           Row{"2023-", "24", Seam::keep_hyphen},
           Row{"2023–", "24", Seam::keep_hyphen},
           Row{"short-", "and", Seam::space},  // "short- and long-term"
           Row{"services", "and", Seam::space},
           Row{"-", "and", Seam::space},
       })
    EXPECT_EQ(seam_between(row.end, row.start, vocabulary), row.seam) << row.end << ' ' << row.start;
}

TEST(Hyphen, NarrowCellsCutWordsWithoutOne) {
  const Vocabulary vocabulary = {"constitutional", "standard"};
  EXPECT_TRUE(is_cut_word("Constituti", "onal", vocabulary));
  EXPECT_TRUE(is_cut_word("discharges", ",", vocabulary));
  EXPECT_FALSE(is_cut_word("standard", "onal", vocabulary));
  EXPECT_FALSE(is_cut_word("Chief", "officer", vocabulary));
}

}  // namespace
}  // namespace planmark
