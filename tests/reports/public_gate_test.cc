#include "reports/public_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/format.h"
#include "corpus/zip_archive.h"
#include "reports/html_text.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::ElementsAre;

Register invented_register() {
  Register systems;
  systems.systems = {{"QXA",
                      "",
                      "Ashmarsh and the Lyde",
                      "NHS Ashmarsh and the Lyde Integrated Care Board",
                      "",
                      {"Well in the Lyde"},
                      {"BC", "A&L"},
                      "",
                      ""},
                     {"QXB", "", "North East and Tolland", "", "", {}, {}, "", ""}};
  return systems;
}

std::vector<HiddenName> hidden() {
  EditionAnswers answers = sample_answers("COP-01", {"Yes"});
  answers.answers[0].answer.person = "Dr Ann Bell-Okoro";
  return names_to_hide(invented_register(), answers);
}

// "file: what \"found\"", one for each finding.
std::vector<std::string> told(const ReportFile& file) {
  const QuoteSearch quotes(
      {"The youth board met nine times and chose which of the four clinics would open first."},
      {"which of the four clinics would open first of all the clinics"});
  std::vector<std::string> lines;
  for (const GateFinding& finding : gate({file}, hidden(), quotes))
    lines.push_back(format("{}: {} \"{}\"", finding.file, finding.what, finding.found));
  return lines;
}

TEST(PublicGate, ANameIsFoundWhereverItHides) {
  const std::string png = "\x89PNG\r\n\x1A\n";
  const struct {
    ReportFile file;
    std::vector<std::string> found;
  } rows[] = {
      {{"report.html", "<p>Nothing to see in the north east.</p>"}, {}},
      {{"report.html", "<p>as they say in <b>Well in</b> the&nbsp;Lyde</p>"},
       {"the name of a place \"Lyde\"", "the name of a body or a brand \"Well in the Lyde\""}},
      {{"figures/a.svg", "<text x=\"1\">A&amp;L</text>"}, {"the name of a body or a brand \"A&L\""}},
      {{"figures/Tolland.csv", "answer,count\n"}, {"the name of a place \"Tolland\""}},
      {{"report.html", "<svg aria-label=\"led by Dr Ann Bell-Okoro\"></svg>"},
       {"the name of a person \"Dr Ann Bell-Okoro\""}},
      {{"report.html", "<a href=\"" + data_url("text/csv", "AYLE,1\n") + "\">"},
       {"the name of a system \"Ayle\""}},
      {{"figures/a.png", png + std::string("\0\0\0\x06IDAT BC BC\0\0\0\0", 18)}, {}},
      {{"figures/a.png", png + std::string("\0\0\0\x07tEXtIn Ayle\0\0\0\0", 19)},
       {"the name of a system \"Ayle\""}},
      {{"report.html", data_url("image/png", png + std::string("\0\0\0\x07tEXtIn Ayle\0\0\0\0", 19))},
       {"the name of a system \"Ayle\""}},
      {{"report.docx", zip_of({{"word/document.xml", "<w:t>in <b>Tolland</b></w:t>"}}).value()},
       {"the name of a place \"Tolland\""}},
      {{"report.docx", zip_of({{"media/tolland.png", png}}).value()}, {"the name of a place \"Tolland\""}},
      {{"figures.json", "{\"note\": \"bc 300, abc, BCE\"}"}, {}},
      {{"figures.json", "{\"note\": \"BC\"}"}, {"the name of a body or a brand \"BC\""}},
  };
  for (const auto& row : rows) {
    std::vector<std::string> expected;
    for (const std::string& found : row.found) expected.push_back(row.file.path + ": " + found);
    EXPECT_EQ(told(row.file), expected) << row.file.bytes;
  }
}

TEST(PublicGate, WhatCannotBeLookedIntoIsRefused) {
  const std::string png = "\x89PNG\r\n\x1A\n",
                    docx = zip_of({{"word/document.xml", "<w:t>Nothing</w:t>"}}).value();
  const std::string cut = docx.substr(0, docx.size() / 2);
  const struct {
    const char* what;
    ReportFile file;
    std::size_t found;
  } rows[] = {
      {"whole", {"report.docx", docx}, 0},
      {"cut", {"report.docx", cut}, 1},
      {"none", {"report.docx", "<p>Nothing</p>"}, 1},
      {"none by its beginning", {"report.html", "PK\x05\x06"}, 1},
      {"cut, in an archive", {"report.docx", zip_of({{"word/a.bin", cut}}).value()}, 1},
      {"cut, in a data URL", {"report.html", "<a href=\"" + data_url("application/zip", cut) + "\">"}, 1},
      {"packed otherwise", {"figures.json.gz", "\x1F\x8B\x08 in Ayle"}, 2},
      {"a picture that is cut", {"a.png", png + std::string("\0\0\0\x47IDAT A", 10)}, 1},
      {"a picture's packed text", {"a.png", png + std::string("\0\0\0\x04zTXta\0\0x\0\0\0\0", 16)}, 1},
      {"a picture's other packed text", {"a.png", png + std::string("\0\0\0\x04iTXta\0\1\0\0\0\0\0", 16)}, 1},
      {"a picture's text", {"a.png", png + std::string("\0\0\0\x04iTXta\0\0\0\0\0\0\0", 16)}, 0},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.file).size(), row.found) << row.what;
  EXPECT_THAT(told({"report.docx", cut}),
              ElementsAre("report.docx: a part that cannot be searched \"report.docx: the file is not an "
                          "archive, or is damaged\""));
}

TEST(PublicGate, AQuoteThatCanBeSearchedForIsFound) {
  EXPECT_THAT(
      told({"report.html", "<p>“The youth board met <i>nine</i> times and chose…”</p>"}),
      ElementsAre(
          "report.html: a quote that can be searched for \"the youth board met nine times and chose\""));
  EXPECT_THAT(told({"report.html", "<p>A youth board met nine times and chose well.</p>"}), ElementsAre());
  EXPECT_THAT(told({"report.html", "<p>which of the four clinics would open first</p>"}),
              ElementsAre());  // allowed
}

TEST(PublicGate, WhatASystemAgreedToMayStandWholeAndNowhereElse) {
  const std::string agreed = "“The youth board met nine times and chose.” Tolland, strategy 2023, page 2";
  const QuoteSearch quotes({"The youth board met nine times and chose which would open first."}, {});
  const auto found = [&](const std::string& html) {
    return gate({{"report.html", html}}, hidden(), quotes, {agreed}).size();
  };
  EXPECT_EQ(found("<blockquote>" + html_of(agreed) + "</blockquote>"), 0U);
  EXPECT_EQ(found("<p>The youth board met nine times and chose.</p>"), 1U);
  EXPECT_EQ(found("<blockquote>" + html_of(agreed) + "</blockquote><p>Tolland</p>"), 1U);
}

TEST(PublicGate, ASmallCellIsFound) {
  const auto all = figures(sample_answers("COP-01", {"Yes", "No", "No", "No"}), sample_survey());
  const auto findings = small_cells(all, 3);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].found, "Yes: 1");
  EXPECT_TRUE(small_cells(all, 0).empty());
}

TEST(PublicGate, ThePublicReportOfInventedAnswersPasses) {
  const EditionAnswers answers = sample_answers("COP-05", {"survey", "focus groups; survey"});
  const auto all = figures(answers, sample_survey());
  const QuoteSearch quotes({"A survey was open for five weeks and seven hundred people replied to it."}, {});
  const auto names = names_to_hide(invented_register(), answers);
  EXPECT_TRUE(gate(report_files(answers, all, sample_survey(), {"", {}, true}), names, quotes).empty());
  EXPECT_FALSE(gate(report_files(answers, all, sample_survey(), {"", {}, false}), names, quotes).empty());
}

}  // namespace
}  // namespace planmark
