// Word documents: the report's and the reply pack.
#include "reports/word_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/zip_archive.h"
#include "reports/chart_png.h"
#include "reports/reply_pack.h"
#include "reports/report_docx.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string part_of(const Result<std::string>& docx, const std::string& name) {
  EXPECT_TRUE(docx) << (docx ? "" : describe(docx.error()));
  for (const ZipEntry& entry : read_zip(docx.value_or(""), "a.docx").value_or(std::vector<ZipEntry>()))
    if (entry.name == name) return entry.bytes;
  return {};
}

Result<std::string> report_of(const EditionAnswers& answers) {
  const auto all = figures(answers, sample_survey());
  ReportFacts facts{"Made by a test.", {"A guard."}, false};
  facts.pictures = chart_pictures(all).value();
  facts.good_practice = {{"Co-production", "COP-01", "“We asked.” Ayle, strategy 2023, page 1", true}};
  return report_docx(answers, all, sample_survey(), facts);
}

TEST(WordDocument, HeadingsTablesAndPicturesAreWhatTheyAreNotOnlyHowTheyLook) {
  const auto docx = report_of(sample_answers("COP-01", {"Yes", "No", "(blank)"}));
  const std::string document = part_of(docx, "word/document.xml");
  for (const char* said :
       {"<w:pStyle w:val=\"Title\"/>", "<w:pStyle w:val=\"Heading1\"/>", "<w:tblHeader/>",
        "descr=\"Was anybody asked? One bar, divided by answer: Yes 1 (50 %), To some extent 0 (0 %), No 1 "
        "(50 %). "
        "Base: 2 of 3 strategies. Not counted: 1 not answered.\"",
        "Not counted: not answered", "A guard.", "“We asked.” Ayle, strategy 2023, page 1"})
    EXPECT_THAT(document, HasSubstr(said));
  EXPECT_EQ(part_of(docx, "word/media/picture1.png").substr(1, 3), "PNG");
  EXPECT_THAT(part_of(docx, "word/_rels/document.xml.rels"), HasSubstr("Target=\"media/picture1.png\""));
  EXPECT_THAT(part_of(docx, "word/styles.xml"), HasSubstr("<w:name w:val=\"heading 1\"/>"));
  EXPECT_THAT(part_of(docx, "word/header1.xml"), Not(HasSubstr("DRAFT")));
}

TEST(WordDocument, AReportOfDraftsSaysSoAtTheHeadOfEveryPage) {
  const auto docx = report_of(sample_answers("COP-01", {"Yes"}, Basis::drafts));
  EXPECT_THAT(part_of(docx, "word/header1.xml"), HasSubstr("DRAFT: not confirmed"));
  for (const char* said : {"DRAFT: What the plans say", "Draft figures.", "Draft: Yes: 1 of 1"})
    EXPECT_THAT(part_of(docx, "word/document.xml"), HasSubstr(said));
}

TEST(WordDocument, TextIsNeverMarkup) {
  EditionAnswers answers = sample_answers("COP-05", {"other: </w:t><x a=\"\x01\xEF\xBF\xBF\">"});
  answers.remarks = {"A & B"};
  const std::string document = part_of(report_of(answers), "word/document.xml");
  EXPECT_THAT(document, Not(HasSubstr("<x a")));
  EXPECT_THAT(document, HasSubstr("A &amp; B"));
  EXPECT_THAT(document, Not(HasSubstr("\xEF\xBF\xBF")));
}

TEST(WordDocument, TheSameCallsGiveTheSameBytes) {
  const EditionAnswers answers = sample_answers("COP-01", {"Yes"});
  EXPECT_EQ(report_of(answers), report_of(answers));
}

TEST(ReplyPack, HoldsWhatStandsWithQuotesAndRoomForTheReply) {
  const AnsweredWorkspace sample;
  const std::string document = part_of(
      reply_pack_docx({sample.documents().at(0)}, sample_survey(), "1 March 2026"), "word/document.xml");
  for (const char* said : {"Ayle: answers for reply", "COP-01. Was anybody asked?", ">Yes<",
                           "“We asked “naïve” café-goers.” (page 1)", "Your reply"})
    EXPECT_THAT(document, HasSubstr(said));
  for (const char* never : {"COP-05", "ada", "A plan for Ayle."})
    EXPECT_THAT(document, Not(HasSubstr(never)));
}

TEST(ReplyPack, WithoutAnyAnswerSaysSo) {
  const AnsweredWorkspace sample;
  auto document = sample.documents().at(0);
  document.answers.clear();
  EXPECT_THAT(part_of(reply_pack_docx({document}, sample_survey(), "today"), "word/document.xml"),
              HasSubstr("No answer stands yet."));
}

}  // namespace
}  // namespace planmark
