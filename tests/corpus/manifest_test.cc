#include "corpus/manifest.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

std::string shown(const TemporaryFolder& folder, const Result<std::vector<ManifestRow>>& rows) {
  if (!rows) {
    std::string said = describe(rows.error());
    const std::string path = folder.path().string() + "/";
    for (std::size_t at; (at = said.find(path)) != std::string::npos;) said.erase(at, path.size());
    return said;
  }
  std::string text;
  for (const ManifestRow& row : *rows) {
    const Identity& id = row.identity;
    text += std::to_string(row.line) + " " + row.file.lexically_relative(folder.path()).string();
    for (const std::string& member : {id.system, id.part, id.edition, id.title, id.url}) text += "|" + member;
    text += "\n";
  }
  return text;
}

struct ManifestCase {
  const char* name;
  std::string csv;
  std::string expected;
};

class Manifest : public ::testing::TestWithParam<ManifestCase> {};

TEST_P(Manifest, IsReadOrSaysWhy) {
  const TemporaryFolder folder;
  folder.write("a.pdf", "%PDF-");
  folder.write("b b.pdf", "%PDF-");
  EXPECT_EQ(shown(folder, read_manifest(folder.write("manifest.csv", GetParam().csv))), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Manifest,
    ::testing::Values(
        ManifestCase{"Whole",
                     "file,system,part,edition,title,url\na.pdf,QHM,plan,2023,Our plan,https://x.test/a\n",
                     "2 a.pdf|QHM|plan|2023|Our plan|https://x.test/a\n"},
        ManifestCase{"FileAlone", "file\na.pdf\nb b.pdf\n", "2 a.pdf|||||\n3 b b.pdf|||||\n"},
        ManifestCase{"AnyOrderAnyCase", "Part,FILE\nEasy-Read,a.pdf\n", "2 a.pdf||easy-read|||\n"},
        ManifestCase{"QuotesAndLineBreaks",
                     "title,file\n\"A \"\"good\"\" life,\nall life long\",a.pdf\n,b b.pdf\n",
                     "2 a.pdf||||A \"good\" life,\nall life long|\n4 b b.pdf|||||\n"},
        ManifestCase{"FromASpreadsheet",
                     "\xEF\xBB\xBF"
                     "file;system;part;edition\r\na.pdf;Bath, Swindon;plan;2024\r\n;;;\r\n",
                     "2 a.pdf|Bath, Swindon|plan|2024||\n"},
        ManifestCase{"SeparatorLine", "sep=;\r\nfile;title\r\na.pdf;x\r\n", "3 a.pdf||||x|\n"},
        ManifestCase{"EmptyCellsAtTheEnd", "file,part\na.pdf,plan,,\n", "2 a.pdf||plan|||\n"},
        ManifestCase{"ShortRow", "file,part,edition\na.pdf\n", "2 a.pdf|||||\n"},
        ManifestCase{"NoLastLineEnd", "file\n a.pdf ", "2 a.pdf|||||\n"},
        ManifestCase{"PathIsNormal", "file\n./x/../a.pdf\n", "2 a.pdf|||||\n"},
        ManifestCase{"Empty", "", "manifest.csv: the manifest is empty (bad-input)"},
        ManifestCase{"UnknownColumn", "file,editon\na.pdf,2023\n",
                     "manifest.csv:1: unknown column \"editon\" (bad-input)\n  Did you mean edition?"},
        ManifestCase{"UnknownColumnLikeNone", "file,colour\na.pdf,red\n",
                     "manifest.csv:1: unknown column \"colour\" (bad-input)\n  Known are file, system, part, "
                     "edition, title, "
                     "url."},
        ManifestCase{"ColumnTwice", "file,part,part\n",
                     "manifest.csv:1: column \"part\" stands twice (bad-input)"},
        ManifestCase{"NoFileColumn", "part\nplan\n",
                     "manifest.csv:1: no column \"file\" (bad-input)\n  Name the columns in the first line."},
        ManifestCase{"UnknownPart", "file,part\na.pdf,easyread\n",
                     "manifest.csv:2: unknown part \"easyread\" (bad-input)\n  Did you mean easy-read?"},
        ManifestCase{
            "EditionIsNoYear", "file,edition\na.pdf,2023/24\n",
            "manifest.csv:2: edition \"2023/24\" is not a year (bad-input)\n  Write the first year of the "
            "period, "
            "2023 for 2023/24 to 2027/28."},
        ManifestCase{"NoFile", "file,part\n,plan\n", "manifest.csv:2: no file is named (bad-input)"},
        ManifestCase{
            "FileMissing", "file\na.pdf\nc.pdf\n",
            "manifest.csv:3: the file \"c.pdf\" does not exist (not-found)\n  It is looked for as c.pdf."},
        ManifestCase{"FileTwice", "file\na.pdf\nb b.pdf\n./a.pdf\n",
                     "manifest.csv:4: \"a.pdf\" stands already on line 2 (bad-input)"},
        ManifestCase{"OpenQuote", "file,title\na.pdf,\"x\nb b.pdf,y\n",
                     "manifest.csv:2: a quote is not closed (bad-input)\n  Close it with \"."},
        ManifestCase{
            "TextAfterQuote", "file,title\na.pdf,\"x\" y\n",
            "manifest.csv:2: text after a closing quote (bad-input)\n  Write a quote inside a quoted cell "
            "twice: "
            "\"\"."},
        ManifestCase{
            "TooManyCells", "file,title\na.pdf,One, two\n",
            "manifest.csv:2: 3 cells, but the head has 2 (bad-input)\n  Put a cell that holds a \",\" into "
            "quotes."},
        ManifestCase{"WindowsLetters", "file,title\na.pdf,ok\na.pdf,caf\xE9\n",
                     "manifest.csv:3: not UTF-8 text (bad-input)\n  Save it as CSV UTF-8."},
        ManifestCase{"Utf16",
                     std::string("\xFF\xFE"
                                 "f\0",
                                 4),
                     "manifest.csv: the file is UTF-16 (bad-input)\n  Save it as CSV UTF-8."}),
    [](const auto& row) { return row.param.name; });

TEST(Manifest, MissingFileIsNamed) {
  const auto rows = read_manifest("/nowhere/manifest.csv");
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().kind, ProblemKind::not_found);
}

TEST(SettledIdentity, WhatIsGivenWins) {
  Register systems;
  systems.systems = {
      {"QAA", "", "Ash and Elm", "NHS Ash and Elm Integrated Care Board", "", {}, {"AE"}, "", ""}};
  const Identity proposed{"Halden", "plan", "2023", "Our plan", ""};
  struct {
    Identity given, expected;
  } const rows[] = {
      {{}, {"Halden", "plan", "2023", "Our plan", ""}},
      {{"ash & elm ICB", "", "2024", "", "u"}, {"QAA", "plan", "2024", "Our plan", "u"}},
      {{" New Town ", "other", "", "T", ""}, {"New Town", "other", "2023", "T", ""}},
  };
  for (const auto& [given, expected] : rows) EXPECT_EQ(settled_identity(given, proposed, systems), expected);
}

}  // namespace
}  // namespace planmark
