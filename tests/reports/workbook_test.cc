#include "reports/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "base/format.h"
#include "corpus/sheet_table.h"
#include "corpus/zip_archive.h"
#include "reports/cell_text.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::HasSubstr;
using testing::Not;

// A table with everything that a sheet can have.
Workbook sample() {
  Sheet table{.name = "answers", .widths = {20, 10}, .head = {"answer", "count"}};
  table.rows = {{{"Yes"}, {"", 3}},
                {{"=HYPERLINK(\"http://x\",\"y\")", {}, CellLook::draft}, {"", 1}},
                {{"“Zoë” & <b>\n_x000A_", {}, CellLook::edited}, {"", 0}},
                {{""}, {""}}};
  table.drop_downs = {{0, "=choices!$A$1:$A$2", "One of the list."}};
  for (const bool stacked : {true, false})
    table.charts.push_back({.first_row = 1,
                            .last_row = 3,
                            .stacked = stacked,
                            .title = "Yes: 3 of 4",
                            .description = "A chart of \"answers\" & more.",
                            .row = stacked ? 6U : 6U + chart_rows,
                            .at_column = 0});
  Sheet choices{.name = "choices", .rows = {{{"Yes"}}, {{"No"}}}, .hidden = true};
  return {"Answers", "DRAFT", {table, choices}};
}

std::string bytes_of(const Workbook& workbook) {
  const auto bytes = xlsx_of(workbook);
  EXPECT_TRUE(bytes) << (bytes ? "" : describe(bytes.error()));
  return bytes.value_or("");
}

std::vector<ZipEntry> entries_of(const std::string& archive) {
  auto entries = read_zip(archive, "x");
  EXPECT_TRUE(entries) << (entries ? "" : describe(entries.error()));
  return std::move(entries).value_or(std::vector<ZipEntry>());
}

std::string part(const std::string& archive, const std::string& name) {
  for (const ZipEntry& entry : entries_of(archive))
    if (entry.name == name) return entry.bytes;
  return {};
}

TEST(Workbook, IsReadAgainAsItWasWritten) {
  const auto rows = parse_sheet(bytes_of(sample()), "x.xlsx", "answers");
  ASSERT_TRUE(rows) << describe(rows.error());
  std::vector<std::vector<std::string>> cells;
  for (const CsvRow& row : *rows) cells.push_back(row.cells);
  EXPECT_EQ(cells, (std::vector<std::vector<std::string>>{{"answer", "count"},
                                                          {"Yes", "3"},
                                                          {"'=HYPERLINK(\"http://x\",\"y\")", "1"},
                                                          {"“Zoë” & <b>\n_x000A_", "0"}}));
}

TEST(Workbook, TheSameValuesGiveTheSameBytes) { EXPECT_EQ(bytes_of(sample()), bytes_of(sample())); }

TEST(Workbook, HoldsNoFormulaButThatOfTheChoices) {
  const std::string bytes = bytes_of(sample());
  const std::string sheet = part(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(sheet, Not(HasSubstr("<hyperlink")));
  EXPECT_THAT(sheet, HasSubstr("<formula1>choices!$A$1:$A$2</formula1>"));
  EXPECT_THAT(sheet, HasSubstr("<pane ySplit=\"1\""));
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A1:B5\"/>"));
  EXPECT_THAT(sheet, HasSubstr("DRAFT"));
  EXPECT_THAT(part(bytes, "xl/workbook.xml"), HasSubstr("name=\"choices\" sheetId=\"2\" state=\"hidden\""));
  EXPECT_THAT(part(bytes, "xl/drawings/drawing1.xml"),
              HasSubstr("descr=\"A chart of &quot;answers&quot; &amp; more.\""));
}

TEST(Workbook, ACellHoldsWhatASpreadsheetCanHold) {
  const std::string long_text(40'000, 'x');
  std::string wide;
  for (int i = 0; i < 20'000; ++i) wide += "😀";
  const struct {
    std::string text, cell;
  } rows[] = {
      {"plain", "plain"},
      {"=1+1", "'=1+1"},
      {"+44 20", "'+44 20"},
      {"-", "'-"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", " =1"},
      {"\r\n=1", "\n=1"},
      {"a\x01\x7F\r\n\tb", "a\n b"},
      {"\xFF\xEF\xBF\xBE!", "\xEF\xBF\xBD!"},
      {long_text.substr(0, 32'766), long_text.substr(0, 32'766)},
  };
  for (const auto& row : rows) EXPECT_EQ(cell_text(row.text), row.cell) << row.text.substr(0, 50);
  for (const std::string& text : {long_text, wide, "=" + long_text}) {
    const std::string cell = cell_text(text);
    EXPECT_TRUE(cell.ends_with(cut_mark));
    EXPECT_LE(cell.size(), text == wide ? 4U * 32'767 / 2 : 32'767U);
    EXPECT_GT(cell.size(), 32'600U);
    EXPECT_TRUE(xlsx_of({"", "", {{.name = "a", .rows = {{{cell}}}}}}));
  }
}

TEST(Workbook, ATableOfManyRowsIsWrittenAsTheLibraryWritesIt) {
  Workbook book = sample();
  book.sheets.front().charts.clear();
  const std::string sheet = part(bytes_of(book), "xl/worksheets/sheet1.xml");
  const auto rows = parse_sheet(bytes_of(book), "x.xlsx", "answers");
  const auto with_charts = parse_sheet(bytes_of(sample()), "x.xlsx", "answers");
  ASSERT_TRUE(rows && with_charts);
  ASSERT_EQ(rows->size(), with_charts->size());
  for (std::size_t i = 0; i < rows->size(); ++i) EXPECT_EQ((*rows)[i].cells, (*with_charts)[i].cells);
  EXPECT_THAT(sheet, HasSubstr("<dimension ref=\"A1:B5\"/>"));
  EXPECT_THAT(sheet, HasSubstr("<row r=\"4\" ht=\"30\" customHeight=\"1\">")) << "a text of two lines";
  const std::string texts = part(bytes_of(book), "xl/sharedStrings.xml");
  EXPECT_THAT(texts, HasSubstr("<si><t>“Zoë” &amp; &lt;b&gt;\n_x005F_x000A_</t></si>"));
  EXPECT_THAT(texts, HasSubstr(" count=\"7\" uniqueCount=\"7\""))
      << "two heads and two choices by the library, and three of these rows";
  EXPECT_THAT(sheet, HasSubstr("</row></sheetData><autoFilter ref=\"A1:B5\"/>"));
}

TEST(Workbook, OpensInLibreOfficeWithItsCellsAndCharts) {
  const TemporaryFolder folder;
  folder.write("book.xlsx", bytes_of(sample()));
  const std::string command = format(
      "cd '{0}' && soffice -env:UserInstallation=file://{0}/profile --headless --convert-to ods book.xlsx "
      ">/dev/null 2>&1",
      folder.path().string());
  if (std::system(command.c_str()) != 0 || !std::filesystem::exists(folder.path() / "book.ods"))
    GTEST_SKIP() << "libreoffice-calc is not installed";
  const std::string made = read_file(folder.path() / "book.ods").value();
  const std::string content = part(made, "content.xml");
  EXPECT_THAT(content, HasSubstr("<text:p>Yes</text:p>"));
  EXPECT_THAT(content, HasSubstr("=HYPERLINK("));
  EXPECT_THAT(content, Not(HasSubstr("table:formula")));
  EXPECT_THAT(content, HasSubstr("cell-content-is-in-list"));
  std::size_t charts = 0;
  for (const ZipEntry& entry : entries_of(made))
    charts += entry.name.starts_with("Object ") &&
              entry.bytes.find("chart:class=\"chart:bar\"") != std::string::npos;
  EXPECT_EQ(charts, 2U);
}

}  // namespace
}  // namespace planmark
