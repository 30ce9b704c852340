#include "analyze/concordance.h"

#include <gtest/gtest.h>

#include "tests/support/markup_document.h"

namespace planmark {
namespace {

const Document& document() {
  static const Document made = document_from_markup(
      "# Young carers\n\nWe met 30 young-carers. Their carer is\n\f\n\nnot named. The young carer's voice "
      "counts.\n");
  return made;
}

std::string found(const std::string& term, bool is_pattern) {
  const auto matcher = matcher_of(term, is_pattern, {});
  if (!matcher) return matcher.error().what;
  std::string places;
  for (const Occurrence& occurrence : occurrences(document(), *matcher)) {
    places += std::string(slice(document().text, occurrence.span)) + "|" + name_of(occurrence.kind) + "|" +
              std::to_string(occurrence.page + 1) + ";";
  }
  return places;
}

TEST(Concordance, FindsWhatATermOfALexiconWouldFind) {
  EXPECT_EQ(found("young carer", false),
            "Young carers|heading|1;young-carers|paragraph|1;young carer's|paragraph|2;");
  EXPECT_EQ(found("zebra", false), "");
}

TEST(Concordance, FindsAPattern) { EXPECT_EQ(found("[0-9]+ young", true), "30 young|paragraph|1;"); }

TEST(Concordance, RefusesWhatCannotBeLookedFor) {
  EXPECT_EQ(found("?!", false), "a term needs a letter or a digit");
  EXPECT_EQ(found("(care", true), "this pattern cannot be used: missing ): (care");
}

TEST(Concordance, KnowsTheSentence) {
  const auto places = occurrences(document(), *matcher_of("30", false, {}));
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(slice(document().text, places[0].sentence), "We met 30 young-carers. ");
}

}  // namespace
}  // namespace planmark
