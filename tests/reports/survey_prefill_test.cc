#include "reports/survey_prefill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/format.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string google = "question,part,field\nform,,https://docs.google.com/forms/d/e/1FA/viewform\n";
const std::string microsoft =
    "question,part,field\nform,,https://forms.office.com/Pages/ResponsePage.aspx?id=T9s\n";

FormMapping mapping_of(const std::string& csv) {
  auto mapping = read_form_mapping(csv, "map.csv", sample_survey());
  EXPECT_TRUE(mapping) << (mapping ? "" : describe(mapping.error()));
  return mapping.value_or(FormMapping());
}

AnsweredDocument answered(const char* yes, const std::vector<std::string>& options) {
  AnsweredDocument document;
  document.system = "Ashmarsh & the Lyde";
  document.part = "strategy";
  ShownAnswer first{.question = "COP-01", .standing = ShownAnswer::Standing::confirmed};
  first.text = first.answer.value = yes;
  ShownAnswer second{.question = "COP-05", .standing = ShownAnswer::Standing::confirmed};
  second.answer.values = options;
  second.text = joined(options, "; ");
  document.answers = {first, second};
  return document;
}

TEST(SurveyPrefill, LinksAreWrittenAsEachToolReadsThem) {
  const auto document = answered("To some extent", {"survey", "other: a “fête” & more"});
  const struct {
    std::string csv, link;
  } rows[] = {
      {google + "system,,entry.1\nCOP-01,strategy,entry.22\nCOP-05,,entry.3\n",
       "https://docs.google.com/forms/d/e/1FA/viewform?usp=pp_url&entry.1=Ashmarsh%20%26%20the%20Lyde"
       "&entry.22=To%20some%20extent&entry.3=survey&entry.3=__other_option__"
       "&entry.3.other_option_response=a%20%E2%80%9Cf%C3%AAte%E2%80%9D%20%26%20more"},
      {microsoft + "system,,r1\nCOP-01,,rf840\nCOP-05,strategy,ree28\n",
       "https://forms.office.com/Pages/ResponsePage.aspx?id=T9s&r1=Ashmarsh%20%26%20the%20Lyde"
       "&rf840=%22To%20some%20extent%22"
       "&ree28=%5B%22survey%22%2C%22other%3A%20a%20%E2%80%9Cf%C3%AAte%E2%80%9D%20%26%20more%22%5D"},
      {google + "edition,,entry.9\n",
       "https://docs.google.com/forms/d/e/1FA/viewform?usp=pp_url"},  // not known
  };
  for (const auto& row : rows)
    EXPECT_EQ(prefilled(mapping_of(row.csv), document, sample_survey(), false).link, row.link);
}

TEST(SurveyPrefill, ALinkIsNeverTooLongAndSaysWhatItLeftOut) {
  const FormMapping mapping = mapping_of(google + "COP-05,,entry.3\nCOP-01,,entry.22\n");
  const auto form = prefilled(mapping, answered("Yes", {std::string(9000, 'x')}), sample_survey(), false);
  EXPECT_THAT(form.left_out, ElementsAre("COP-05"));
  EXPECT_THAT(form.link, testing::EndsWith("&entry.22=Yes"));
  EXPECT_LE(form.link.size(), longest_link);
}

TEST(SurveyPrefill, ADraftIsFilledInOnlyWhereItIsAskedFor) {
  auto document = answered("Yes", {"survey"});
  document.answers[0].standing = ShownAnswer::Standing::draft;
  const FormMapping mapping = mapping_of(google + "COP-01,,entry.22\n");
  EXPECT_THAT(prefilled(mapping, document, sample_survey(), false).link, Not(HasSubstr("entry.22")));
  EXPECT_THAT(prefilled(mapping, document, sample_survey(), true).link, HasSubstr("entry.22=Yes"));
  EXPECT_THAT(prefill_files(mapping, {document}, sample_survey(), true).at(1).bytes,
              HasSubstr("Holds drafts"));
}

TEST(SurveyPrefill, EveryMistakeIsNamedByItsLine) {
  const struct {
    std::string csv;
    std::vector<const char*> mistakes;
  } rows[] = {
      {"", {"empty"}},
      {"question,field\nCOP-01,entry.1\n", {"columns"}},
      {"question,part,field\nCOP-01,,entry.1\n", {"no row \"form\""}},
      {"question,part,field\nform,,http://docs.google.com/x\n",
       {"map.csv:2: http://docs.google.com/x is the address"}},
      {"question,part,field\nform,,https://docs.google.com.evil.example/x\n", {"map.csv:2: "}},
      {google + "COP-99,,entry.1\nCOP-01,plan,entry.2\nCOP-01,,r3\nCOP-05,,entry.4\nCOP-05,,entry.5\nsystem,,"
                "entry.4\n",
       {"map.csv:3: the survey has no question COP-99", "map.csv:4: COP-01 is not asked of a plan",
        "map.csv:5: \"r3\" is no field of this form", "map.csv:7: COP-05 has a field above already",
        "map.csv:8: the field entry.4 stands above already"}},
      {google + "form,,https://docs.google.com/forms/d/e/2/viewform\n",
       {"map.csv:3: the form's address stands above"}},
      {microsoft + "COP-01,,entry.1\nCOP-05,,r\n", {"map.csv:3: \"entry.1\"", "map.csv:4: \"r\""}},
  };
  for (const auto& row : rows) {
    const auto mapping = read_form_mapping(row.csv, "map.csv", sample_survey());
    ASSERT_FALSE(mapping) << row.csv;
    EXPECT_EQ(mapping.error().kind, ProblemKind::bad_input);
    for (const char* mistake : row.mistakes) EXPECT_THAT(mapping.error().what, HasSubstr(mistake)) << row.csv;
  }
}

TEST(SurveyPrefill, TheSheetHoldsEveryAnswerToCopyAndNoFormula) {
  auto document = answered("Yes", {"=1+1"});
  document.system = "<b>=Ayle";
  const auto files = prefill_files(mapping_of("question,part,field\n"), {document}, sample_survey(), false);
  EXPECT_EQ(files.at(0).path, "prefill.csv");
  EXPECT_THAT(files[0].bytes, HasSubstr("COP-01,Was anybody asked?,Yes,confirmed,\r\n"));
  EXPECT_THAT(files[0].bytes, HasSubstr(",'=1+1,"));
  EXPECT_THAT(files.at(1).bytes, HasSubstr("&lt;b&gt;=Ayle"));
  EXPECT_THAT(files[1].bytes, Not(HasSubstr("href")));
}

}  // namespace
}  // namespace planmark
