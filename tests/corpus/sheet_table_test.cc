#include "corpus/sheet_table.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "base/format.h"
#include "corpus/sheet_number.h"
#include "corpus/zip_archive.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

struct Parts {
  std::string rows;          // of <sheetData>
  std::string strings = {};  // of <sst>
  std::string styles = {};   // of <styleSheet>
  std::string properties = {};
};

// A workbook with the sheets "first", which has the rows, and "Second", which has one cell.
std::string workbook(const Parts& parts) {
  const std::string sheet = "<worksheet xmlns='m'><sheetData>{}</sheetData></worksheet>";
  const auto relation = [](int id, const char* type, const char* target) {
    return format("<Relationship Id='r{}' Type='http://s/{}' Target='{}'/>", id, type, target);
  };
  return zip_of(
             {{"xl/workbook.xml", "<workbook xmlns:r='r'>" + parts.properties +
                                      "<sheets><sheet name='first' sheetId='1' r:id='r1'/>"
                                      "<sheet name='Second' sheetId='2' r:id='r2'/></sheets></workbook>"},
              {"xl/_rels/workbook.xml.rels", "<Relationships>" +
                                                 relation(1, "worksheet", "worksheets/a.xml") +
                                                 relation(2, "worksheet", "/xl/worksheets/b.xml") +
                                                 relation(3, "sharedStrings", "sharedStrings.xml") +
                                                 relation(4, "styles", "styles.xml") + "</Relationships>"},
              {"xl/worksheets/a.xml", "<worksheet><sheetData>" + parts.rows + "</sheetData></worksheet>",
               true},
              {"xl/worksheets/b.xml",
               "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>only</x:t></x:is>"
               "</x:c></x:row></x:sheetData></x:worksheet>"},
              {"xl/sharedStrings.xml", "<sst>" + parts.strings + "</sst>", true},
              {"xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>"}})
      .value();
}

// "1: [a][b]; 3: [c][]", or what went wrong.
std::string shown_rows(const Result<std::vector<CsvRow>>& rows) {
  if (!rows) return describe(rows.error());
  std::vector<std::string> lines;
  for (const CsvRow& row : *rows) {
    lines.push_back(format("{}: ", row.line));
    for (const std::string& cell : row.cells) lines.back() += "[" + cell + "]";
  }
  return joined(lines, "; ");
}

std::string rows_of(const Parts& parts) { return shown_rows(parse_sheet(workbook(parts), "x.xlsx")); }

// A row of one cell.
std::string one(const std::string& cell) { return "<row r='1'>" + cell + "</row>"; }

TEST(SheetTable, ACellIsTheTextThatItShows) {
  const std::string strings =
      "<si><t>plain</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>x</t></rPh></si>"
      "<si><t xml:space='preserve'> </t></si><si><t>a_x000A_b_x005F_x000A_</t></si>";
  const std::string styles =
      "<numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm'/><numFmt numFmtId='171' "
      "formatCode='0\"days\"'/>"
      "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/>"
      "</cellXfs>";
  const struct {
    const char *cell, *text;
  } rows[] = {
      {"<c t='s'><v>0</v></c>", "plain"},
      {"<c t='s'><v>1</v></c>", "two runs"},
      {"<c t='s'><v>2</v></c>", " "},
      {"<c t='s'><v>3</v></c>", "a\nb_x000A_"},
      {"<c t='inlineStr'><is><t>here &amp; now</t></is></c>", "here & now"},
      {"<c t='str'><f>A1&amp;\"x\"</f><v>made</v></c>", "made"},
      {"<c t='b'><v>1</v></c>", "TRUE"},
      {"<c t='e'><v>#REF!</v></c>", "#REF!"},
      {"<c><v>3</v></c>", "3"},
      {"<c><v>0.30000000000000004</v></c>", "0.3"},
      {"<c t='n'><v>-1.5E+20</v></c>", "-1.5e+20"},
      {"<c s='1'><v>46082</v></c>", "2026-03-01"},
      {"<c s='2'><v>46082.4375</v></c>", "2026-03-01T10:30:00"},
      {"<c s='3'><v>46082</v></c>", "46082"},
      {"<c s='1'><v>0.5</v></c>", "12:00:00"},
      {"<c s='1'><v>-4</v></c>", "-4"},
      {"<c t='d'><v>2026-03-01</v></c>", "2026-03-01"},
      {"<c t='s'><v>9</v></c><c t='inlineStr'><is><t>a string that is not there</t></is></c>",
       "][a string that is not there"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(rows_of({one(row.cell), strings, styles}), format("1: [{}]", row.text)) << row.cell;
  EXPECT_EQ(rows_of({one("<c s='1'><v>44620</v></c>"), "", styles, "<workbookPr date1904='1'/>"}),
            "1: [2026-03-01]");
}

TEST(SheetTable, RowsAreThoseOfACsv) {
  const Parts gaps{
      "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>3</v></c></row><row r='3'><c r='A3'/></row>"
      "<row r='7'><c r='B7'><v>2</v></c><c r='D7'/></row><row><c><v>8</v></c></row>"};
  EXPECT_EQ(rows_of(gaps), "2: [1][][3]; 7: [][2][]; 8: [8][][]");
  EXPECT_EQ(shown_rows(parse_sheet(workbook(gaps), "x.xlsx", "second")), "1: [only]");
  EXPECT_EQ(shown_rows(parse_table(workbook(gaps), "x.xlsx", "SECOND")), "1: [only]");
  EXPECT_EQ(shown_rows(parse_table("a,b\n1,2\n", "x.csv", "second")), "1: [a][b]; 2: [1][2]");
  EXPECT_EQ(sheet_names(workbook(gaps), "x.xlsx").value(), (std::vector<std::string>{"first", "Second"}));
}

TEST(SheetTable, SaysWhatCannotBeRead) {
  std::string many;
  for (int i = 0; i < 70; ++i) many += "<c t='s'><v>0</v></c>";
  const std::string large = "<si><t>" + std::string(1U << 20, 'x') + "</t></si>";
  const std::string wide = "<c r='XFD1'><v>1</v></c>";
  std::string tall = "<row r='1'>" + wide + "</row>";
  for (int i = 2; i < 300; ++i) tall += format("<row r='{}'><c><v>1</v></c></row>", i);
  const struct {
    Parts parts;
    const char* says;
  } rows[] = {
      {{"<row r='1'><c><v>1</v></c></row><row r='2'><c r='B2'><v>1</v></c></row>"},
       "x.xlsx, sheet first: row 2 has a cell in column B, to the right of the table (bad-input)"},
      {{"<row r='2'/><row r='2'/>"}, "row \"2\" is out of order (damaged)"},
      {{"<row r='99999999'/>"}, "row \"99999999\" is out of order (damaged)"},
      {{one("<c r='B1'/><c r='A1'/>")}, "row 1 has a cell \"A1\" out of order (damaged)"},
      {{one("<c r='ZZZ1'/>")}, "row 1 has a cell \"ZZZ1\" out of order (damaged)"},
      {{one("<c r='A1'>")}, "xl/worksheets/a.xml in the workbook is damaged"},
      {{one(many), large}, "too many text (too-large)"},
      {{tall}, "too many cells (too-large)"},
  };
  for (const auto& row : rows)
    EXPECT_NE(rows_of(row.parts).find(row.says), std::string::npos) << rows_of(row.parts).substr(0, 300);
  EXPECT_EQ(shown_rows(parse_sheet(workbook({""}), "x.xlsx", "third")),
            "x.xlsx: there is no sheet \"third\" (not-found)\n  its sheets are: first, Second");
  EXPECT_NE(shown_rows(parse_table(zip_of({{"content.xml", "<a/>"}}).value(), "x.ods")).find("(bad-input)"),
            std::string::npos);
}

// Entities that a document declares itself are left as they stand, so none can grow.
TEST(SheetTable, EntitiesAreNotGrown) {
  const std::string bomb =
      "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
  const std::string book =
      zip_of({{"xl/workbook.xml", bomb + "<workbook xmlns:r='r'><sheets><sheet name='&b;&c;' r:id='r1'/>"
                                         "</sheets></workbook>"},
              {"xl/_rels/workbook.xml.rels",
               "<Relationships><Relationship Id='r1' Type='w' Target='a.xml'/></Relationships>"},
              {"xl/a.xml", "<worksheet/>"}})
          .value();
  EXPECT_EQ(sheet_names(book, "x.xlsx").value(), (std::vector<std::string>{"&b;&c;"}));
}

TEST(SheetTable, AnythingInPlaceOfAByteIsReadOrRefused) {
  const std::string good = workbook({one("<c r='A1' t='s'><v>0</v></c>"), "<si><t>text</t></si>"});
  std::size_t refused = 0;
  for (std::size_t at = 0; at < good.size(); at += 3)
    for (const char byte : {'\0', '\xFF', '7'}) {
      std::string bytes = good;
      bytes[at] = byte;
      refused += !parse_sheet(bytes, "x.xlsx");
    }
  EXPECT_GT(refused, good.size() / 3);
}

TEST(SheetTable, ReadsWhatLibreOfficeWrites) {
  const TemporaryFolder folder;
  folder.write("table.csv", "name,day,share,note\nZoë,2026-03-01,0.25,\"a, b\"\n=1+1,,12,-\n");
  const std::string command = format(
      "cd '{0}' && soffice -env:UserInstallation=file://{0}/profile --headless --infilter=CSV:44,34,76,1 "
      "--convert-to xlsx "
      "table.csv >/dev/null 2>&1",
      folder.path().string());
  if (std::system(command.c_str()) != 0 || !std::filesystem::exists(folder.path() / "table.xlsx"))
    GTEST_SKIP() << "libreoffice-calc is not installed";
  const auto rows = parse_table(read_file(folder.path() / "table.xlsx").value(), "table.xlsx");
  EXPECT_EQ(shown_rows(rows),
            "1: [name][day][share][note]; 2: [Zoë][2026-03-01][0.25][a, b]; 3: [2][][12][-]");
}

TEST(SheetNumber, ColumnsHaveLetters) {
  EXPECT_EQ(column_name(0), "A");
  EXPECT_EQ(column_name(25), "Z");
  EXPECT_EQ(column_name(26), "AA");
  EXPECT_EQ(column_name(16'383), "XFD");
}

TEST(SheetNumber, FormatsOfDaysAreTold) {
  const struct {
    std::uint32_t id;
    const char* code;
    bool is_date;
  } rows[] = {{0, "", false},          {14, "", true},
              {22, "", true},          {44, "", false},
              {170, "dd/mm/yy", true}, {170, "[h]:mm", true},
              {170, "0.0", false},     {170, "[Red]0", false},
              {170, "0\\d", false},    {170, "\"day\" 0", false},
              {170, "\"open", false},  {170, "General", false}};
  for (const auto& row : rows) EXPECT_EQ(is_date_format(row.id, row.code), row.is_date) << row.id << row.code;
}

}  // namespace
}  // namespace planmark
