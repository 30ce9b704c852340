#include "reports/drafts_text.h"

#include <gtest/gtest.h>

#include "reports/plain_text.h"
#include "tests/reports/sample_drafts.h"

namespace planmark {
namespace {

std::string text_of(const std::string& question, Detail detail, TextStyle style) {
  return drafts_text(sample_drafts(), sample_questions(), sample_register(), question, detail, style);
}

TEST(DraftsText, ShowsADraftWithItsReasonClausesQuotesAndPages) {
  EXPECT_EQ(text_of("LEAD-01", Detail::all, {.width = 60, .colour = false}),
            "plan.pdf\n"
            "  Halden · plan · 2023 (proposed)\n"
            "  A Plan\n"
            "  2 pages, 0 unreadable\n"
            "  SHA-256\n"
            "  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
            "  aaaaaa\n"
            "\n"
            "DRAFTS made by a program: none of them is an answer until a\n"
            "person confirms it.\n"
            "\n"
            "LEAD-01 Criterion\n"
            "  Is a lead named?\n"
            "  DRAFT    named: Ann Bell, Chief Nurse\n"
            "  because  A person is named.\n"
            "  confidence: high\n"
            "  Clauses\n"
            "    met      K1: a role is stated\n"
            "    not met  K2; K3: no date\n"
            "  Evidence\n"
            "    page 1   “The lead for children is Ann Bell, Chief\n"
            "             Nurse.”\n"
            "             rules: lead/1, lead/2\n"
            "  Against, or a near miss\n"
            "    page 2   “Voices matter.” (printed page ii)\n"
            "             says nothing of a lead\n");
}

TEST(DraftsText, EveryAnswerStandsBehindTheWordDraft) {
  const std::string text = text_of("", Detail::best, {});
  for (const char* line :
       {"\n  DRAFT    named: Ann Bell", "\n  DRAFT    Not assessed\n", "\n  DRAFT    SEND; other"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
  EXPECT_NE(text.find("Searched 9 rules on 2 pages; could not be read: page 2"), std::string::npos);
  EXPECT_EQ(text.find("rules: lead/1"), std::string::npos);
}

TEST(DraftsText, KeepsToItsWidthAndColoursOnlyWhenAsked) {
  for (std::size_t width : {40U, 55U, 80U}) {
    const std::string text = text_of("", Detail::all, {.width = width, .colour = false});
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      const std::string line = text.substr(at, text.find('\n', at) - at);
      EXPECT_LE(columns_of(line), width) << line;
    }
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
  }
  EXPECT_NE(text_of("", Detail::best, {.width = 80, .colour = true}).find("\x1b[1m"), std::string::npos);
}

TEST(DraftsText, SaysWhenAQuestionIsNotAskedOfTheDocument) {
  EXPECT_NE(text_of("WORK-06", Detail::best, {}).find("The survey does not ask WORK-06"), std::string::npos);
}

}  // namespace
}  // namespace planmark
