#include "reports/refi_project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "base/format.h"
#include "corpus/zip_archive.h"
#include "tests/reports/answered_workspace.h"
#include "tests/reports/sample_answers.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const RefiFacts facts = {"Plans & <more>", "2026-03-01T10:00:00Z"};

std::vector<ZipEntry> project_of(const std::vector<AnsweredDocument>& documents) {
  const auto archive = refi_project(documents, sample_survey(), facts);
  EXPECT_TRUE(archive) << (archive ? "" : describe(archive.error()));
  return read_zip(archive.value_or(""), "project.qdpx").value_or(std::vector<ZipEntry>());
}

// Every value of that attribute of elements with that name, in order.
std::vector<std::string> values(const std::string& xml, const std::string& element, const std::string& name) {
  std::vector<std::string> found;
  for (std::size_t at = xml.find("<" + element + " "); at != std::string::npos;
       at = xml.find("<" + element + " ", at + 1)) {
    const std::string tag = xml.substr(at, xml.find('>', at) - at);
    const std::size_t begin = tag.find(" " + name + "=\"");
    if (begin == std::string::npos) continue;
    const std::size_t value = begin + name.size() + 3;
    found.push_back(tag.substr(value, tag.find('"', value) - value));
  }
  return found;
}

TEST(RefiProject, SelectionsAreTheQuotesInCodePointsOfThePlainText) {
  const AnsweredWorkspace sample;
  auto documents = sample.documents();
  documents[0].document.text.replace(documents[0].document.text.find("It was"), 3, "It\r");
  const auto entries = project_of(documents);
  ASSERT_EQ(entries.size(), 3U);
  const std::string &xml = entries[0].bytes, &text = entries[1].bytes;
  EXPECT_EQ(entries[0].name, "project.qde");
  EXPECT_THAT(text, Not(HasSubstr("\r")));
  EXPECT_FALSE(text.starts_with("\xEF\xBB\xBF"));
  EXPECT_EQ(entries[1].name, "Sources/" + values(xml, "TextSource", "guid").at(0) + ".txt");
  const auto starts = values(xml, "PlainTextSelection", "startPosition"),
             ends = values(xml, "PlainTextSelection", "endPosition");
  std::vector<std::u32string> selected;
  for (std::size_t i = 0; i < starts.size(); ++i)
    selected.push_back(
        decoded(text).substr(std::stoul(starts[i]), std::stoul(ends[i]) - std::stoul(starts[i])));
  EXPECT_THAT(selected, ElementsAre(U"We asked “naïve” café-goers.", U"A survey ran for 🎉 weeks."));
}

TEST(RefiProject, DraftsHaveCodesOfTheirOwnAndPeopleAndTheProgramAreUsers) {
  const AnsweredWorkspace sample;
  const std::string xml = project_of(sample.documents()).at(0).bytes;
  EXPECT_THAT(values(xml, "User", "name"), ElementsAre("ada", "planmark"));
  EXPECT_THAT(values(xml, "Code", "name"),
              ElementsAre("Co-production", "COP-01", "COP-01: Yes", "COP-05", "COP-05: survey (draft)"));
  EXPECT_THAT(values(xml, "PlainTextSelection", "creationDateTime"),
              ElementsAre("2024-01-05T10:00:00Z", "2026-03-01T10:00:00Z"));
  EXPECT_THAT(values(xml, "PlainTextSelection", "creatingUser"),
              testing::ElementsAreArray(values(xml, "User", "guid")));
  EXPECT_THAT(values(xml, "Case", "name"), ElementsAre("Ayle", "Bray"));
}

TEST(RefiProject, AnAnswerWithoutAQuoteInPlaceCodesTheDocument) {
  const AnsweredWorkspace sample;
  auto documents = sample.documents();
  documents[0].answers[0].quotes.clear();
  documents[0].answers[1].quotes[0].in_place = false;
  documents[0].answers[1].quotes[0].span = {90'000, 90'001};
  const std::string xml = project_of(documents).at(0).bytes;
  EXPECT_TRUE(values(xml, "PlainTextSelection", "guid").empty());
  EXPECT_EQ(values(xml, "Coding", "guid").size(), 2U);
  const auto codes = values(xml, "Code", "guid");
  EXPECT_THAT(values(xml, "CodeRef", "targetGUID"), ElementsAre(codes.at(2), codes.at(4)));
}

TEST(RefiProject, TheSameAnswersGiveTheSameBytes) {
  const AnsweredWorkspace sample;
  const auto documents = sample.documents();
  EXPECT_EQ(refi_project(documents, sample_survey(), facts), refi_project(documents, sample_survey(), facts));
}

TEST(RefiProject, IsValid) {
  if (std::system("command -v xmllint >/dev/null") != 0)
    GTEST_SKIP() << "xmllint (libxml2-utils) is not installed";
  const AnsweredWorkspace sample;
  const TemporaryFolder scratch;
  auto odd = sample.documents();
  odd[0].system = "A < B & \"C\" / \x01\xEF\xBF\xBF";
  odd[0].answers[1].because = "]]> \xC2\x85 <x>";
  for (const auto& documents : {sample.documents(), odd, std::vector<AnsweredDocument>()}) {
    const auto file = scratch.path() / "project.qde";
    ASSERT_TRUE(write_file(file, project_of(documents).at(0).bytes));
    const std::string check = format("xmllint --noout --schema {}/tests/reports/refi_project.xsd {} 2>&1",
                                     PLANMARK_SOURCE_DIR, file.string());
    EXPECT_EQ(std::system(check.c_str()), 0) << check;
  }
}

}  // namespace
}  // namespace planmark
