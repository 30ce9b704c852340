#include "extract/read_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/format.h"
#include "tests/support/small_pdf.h"

namespace planmark {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

RawDocument read(const std::vector<SmallPage>& pages, std::string_view catalog = {}) {
  Result<RawDocument> document = read_pdf(small_pdf(pages, catalog));
  EXPECT_TRUE(document) << describe(document.error());
  return document.value_or(RawDocument{});
}

std::vector<std::string> texts(const RawPage& page) {
  std::vector<std::string> texts;
  for (const RawWord& word : page.words) texts.push_back(word.text + (word.space_after ? "" : "+"));
  return texts;
}

testing::Matcher<Box> box_near(float x0, float y0, float x1, float y1) {
  using ::testing::Field, ::testing::FloatNear;
  return AllOf(Field(&Box::x0, FloatNear(x0, 2)), Field(&Box::y0, FloatNear(y0, 2)),
               Field(&Box::x1, FloatNear(x1, 2)), Field(&Box::y1, FloatNear(y1, 2)));
}

// Of white letters, and letters that are not to be drawn, those that something is painted under are read.
TEST(ReadPdf, LeavesOutWhatThePageDoesNotShow) {
  struct Row {
    const char* content;
    const char* words;
    std::uint32_t unseen;
  };
  const Row rows[] = {
      {"1 g BT /F1 12 Tf 100 700 Td (White) Tj ET 0 g BT /F1 12 Tf 100 600 Td (Black) Tj ET", "Black", 5},
      {"0 0 1 rg 90 690 100 30 re f 1 g BT /F1 12 Tf 100 700 Td (White) Tj ET", "White", 0},
      {"0 0 1 rg 90 690 m 150 760 190 760 190 690 c f 1 g BT /F1 12 Tf 100 700 Td (White) Tj ET", "White", 0},
      {"q 100 0 0 30 90 690 cm /Im Do Q 1 g BT /F1 12 Tf 100 700 Td (White) Tj ET", "White", 0},
      {"1 g 90 690 100 30 re f BT /F1 12 Tf 100 700 Td (White) Tj ET", "", 5},
      {"1 g 0 G 1 w BT 2 Tr /F1 12 Tf 100 700 Td (Outlined) Tj ET", "Outlined", 0},
      {"BT 3 Tr /F1 12 Tf 100 700 Td (Layer) Tj ET", "", 5},
      {"BT 3 Tr /F1 12 Tf 100 700 Td (Layer) Tj ET q 595 0 0 842 0 0 cm /Im Do Q", "Layer", 0},
      {"q 300 300 50 50 re W n BT /F1 12 Tf 100 700 Td (Cut) Tj ET Q BT /F1 12 Tf 100 600 Td (Kept) Tj ET",
       "Kept", 3},
  };
  for (const Row& row : rows) {
    const RawPage page = read({{row.content}}).pages.at(0);
    std::string words;
    for (const RawWord& word : page.words) words += word.text;
    EXPECT_EQ(words, row.words) << row.content;
    EXPECT_EQ(page.unseen, row.unseen) << row.content;
  }
}

TEST(ReadPdf, WordsKeepTheOrderOfTheContentStream) {
  const RawDocument document = read({{"BT /F1 12 Tf 300 700 Td (right column) Tj -250 0 Td (left) Tj ET"}});
  EXPECT_THAT(texts(document.pages[0]), ElementsAre("right", "column", "left"));
}

TEST(ReadPdf, BoxesAndStylesAreAsShown) {
  const RawDocument document = read({{"1 0 0 rg BT /F2 20 Tf 100 742 Td (Plan) Tj ET"}});
  const RawWord& word = document.pages[0].words.at(0);
  EXPECT_THAT(word.box, box_near(100, 81, 136, 107));
  EXPECT_EQ(document.styles.at(word.style), (Style{"Helvetica-Bold", 20, true, false, 0xFF0000}));
}

TEST(ReadPdf, PageRotationIsApplied) {
  const RawDocument document = read({{"BT /F1 12 Tf 100 700 Td (turned) Tj ET", "/Rotate 90"}});
  const RawPage& page = document.pages[0];
  EXPECT_EQ(page.width, 842);
  EXPECT_EQ(page.height, 595);
  EXPECT_EQ(page.words.at(0).rotation, 90);
  EXPECT_THAT(page.words.at(0).box, box_near(697, 100, 709, 134));
}

TEST(ReadPdf, TextOutsideTheCropBoxIsNotShown) {
  const RawDocument document =
      read({{"BT /F1 12 Tf 100 700 Td (shown) Tj 0 -400 Td (hidden) Tj ET", "/CropBox [50 500 550 800]"}});
  EXPECT_THAT(texts(document.pages[0]), ElementsAre("shown"));
  EXPECT_EQ(document.pages[0].height, 300);
}

TEST(ReadPdf, WhatIsPrintedWithoutAGapBelongsTogether) {
  const RawDocument document =
      read({{"BT /F1 12 Tf 100 700 Td (C) Tj /F1 9 Tf (ORE next) Tj 4 Ts /F1 6 Tf (1) Tj ET"}});
  EXPECT_THAT(texts(document.pages[0]), ElementsAre("C+", "ORE", "next+", "1"));
}

TEST(ReadPdf, MarkedContentIsKeptWithItsWords) {
  const RawDocument document =
      read({{"BT /F1 12 Tf 100 700 Td /P << /MCID 3 >> BDC (in) Tj /Span << /Lang (en) >> BDC ( deeper) Tj "
             "EMC EMC ( out) Tj "
             "/Artifact BMC ( foot) Tj EMC ET"}});
  std::vector<int> tags;
  for (const RawWord& word : document.pages[0].words) tags.push_back(word.tag);
  EXPECT_THAT(tags, ElementsAre(3, 3, -1, artifact_tag));
}

TEST(ReadPdf, RulesFillsAndImages) {
  const RawDocument document = read(
      {{"50 700 m 250 700 l S  50 600 200 0.5 re f  0.9 g 50 400 200 100 re f  1 g 300 400 200 100 re f  0 g "
        "0 0 595 842 re f  300 100 m 400 200 l S  q 100 0 0 50 300 600 cm /Im Do Q"}});
  const RawPage& page = document.pages[0];
  EXPECT_THAT(page.rules, ElementsAre(box_near(50, 142, 250, 142), box_near(50, 241, 250, 242)));
  EXPECT_THAT(page.fills, ElementsAre(box_near(50, 342, 250, 442))) << "neither white nor the whole page";
  EXPECT_THAT(page.images, ElementsAre(box_near(300, 192, 400, 242)));
}

TEST(ReadPdf, LabelsBookmarksAndTags) {
  const std::string file = pdf_of({
      "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >>] >> /StructTreeRoot << /Type "
      "/StructTreeRoot "
      ">> /Outlines 5 0 R >>",
      "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      "<< /First 6 0 R /Last 6 0 R >>",
      "<< /Title (Part) /Dest [3 0 R /Fit] /First 7 0 R /Last 7 0 R >>",
      "<< /Title <FEFF00C90063006F> /A << /S /GoTo /D [4 0 R /Fit] >> /Next 6 0 R >>",
  });
  const Result<RawDocument> document = read_pdf(file);
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(document->pages[1].label, "ii");
  EXPECT_TRUE(document->tagged);
  ASSERT_GE(document->bookmarks.size(), 2u) << "the list loops, and must end";
  EXPECT_EQ(document->bookmarks[0], (RawBookmark{"Part", 1, 0}));
  EXPECT_EQ(document->bookmarks[1], (RawBookmark{"\u00C9co", 2, 1}));
}

// A font whose letters are drawn by the file: units of a thousandth where the matrix says so, 500 wide.
std::string font_of_drawings(const char* matrix, const char* names, const char* widths,
                             const char* more = "") {
  return format(
      "<< /Type /Font /Subtype /Type3 /FontMatrix [{}] /FontBBox [0 0 0 0] /CharProcs << >> /FirstChar 1 "
      "/LastChar 3 /Widths [{}] /Encoding << /Differences [1 {}] >> {} >>",
      matrix, widths, names, more);
}

TEST(ReadPdf, LettersDrawnByTheFileAreAsLargeAsTheyLook) {
  constexpr const char* meanings =
      "3 beginbfchar <01> <0020> <02> <0061> <03> <006E> endbfchar";  // space, a, n
  constexpr const char* described = "/ToUnicode 6 0 R";
  struct Row {
    const char* what;
    const char* font_size;
    std::string font;
  };
  const Row rows[] = {
      {"a first glyph far narrower than the letters", "12",
       font_of_drawings("0.001 0 0 0.001 0 0", "/g1 /g2 /g3", "250 556 556", described)},
      {"upside down, as browsers write it", "12",
       font_of_drawings("0.001 0 0 -0.001 0 0", "/g1 /g2 /g3", "250 500 500", described)},
      {"2048 units", "12",
       font_of_drawings("0.00048828 0 0 0.00048828 0 0", "/g1 /g2 /g3", "512 1139 1139", described)},
      {"names that say what they are", "12",
       font_of_drawings("0.001 0 0 0.001 0 0", "/space /a /n", "250 556 556")},
      {"a bitmap: one unit is a dot, of which 100 make an em", "0.12",
       font_of_drawings("1 0 0 1 0 0", "/g1 /g2 /g3", "25 51.4 51.4", described)},
  };
  for (const Row& row : rows) {
    const Result<RawDocument> document = read_pdf(pdf_of({
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 "
        "R >> >> >>",
        pdf_stream(format("q BT /F1 {} Tf 100 700 Td <02030103> Tj ET Q", row.font_size)),
        row.font,
        pdf_stream(meanings),
    }));
    ASSERT_TRUE(document) << describe(document.error());
    const RawPage& page = document->pages[0];
    ASSERT_THAT(texts(page), ElementsAre("an", "n")) << row.what;
    EXPECT_NEAR(document->styles.at(page.words[0].style).size, 12, 0.15) << row.what;
    EXPECT_THAT(page.words[0].box, box_near(100, 130.6F, 112.7F, 146.2F)) << row.what;
  }
}

TEST(ReadPdf, AFontWithoutANameIsKnownByItsDescription) {
  const Result<RawDocument> document = read_pdf(pdf_of({
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
      ">> >> >>",
      pdf_stream("BT /F1 12 Tf 100 700 Td <0203> Tj ET"),
      font_of_drawings("0.001 0 0 0.001 0 0", "/space /a /n", "250 556 556", "/FontDescriptor 6 0 R"),
      "<< /Type /FontDescriptor /FontName /ABCDEF+Plan /FontWeight 700 /Flags 4 >>",
  }));
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(document->styles.at(0), (Style{"Plan", 12, true, false, 0}));
}

RawPage page_in_font_of(const char* ordering, const char* codes = "000100020003") {
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R "
      ">> >> >>",
      pdf_stream(format("BT /F1 12 Tf 100 700 Td <{}> Tj ET", codes)),
      "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
      format("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) "
             "/Ordering ({}) "
             "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>",
             ordering)};
  const Result<RawDocument> document = read_pdf(pdf_of(objects));
  EXPECT_TRUE(document) << describe(document.error());
  return document ? document->pages.at(0) : RawPage{};
}

TEST(ReadPdf, CharactersWithoutMeaningAreCountedOrReplaced) {
  const RawPage unknown = page_in_font_of("Unknown");
  EXPECT_EQ(unknown.unmapped, 3u);
  EXPECT_THAT(unknown.words, IsEmpty());
  EXPECT_THAT(texts(page_in_font_of("Identity")), ElementsAre("\uFFFD\uFFFD\uFFFD"));
}

TEST(ReadPdf, AControlCharacterAmongLettersIsASpace) {
  const RawPage page = page_in_font_of("Identity", "0061006200030063006400650003");
  EXPECT_THAT(texts(page), ElementsAre("ab", "cde"));
  EXPECT_THAT(page.words[0].box, box_near(100, 130, 124, 145));
  EXPECT_THAT(page.words[1].box, box_near(136, 130, 172, 145));
}

TEST(ReadPdf, ABoxMayHaveRoundedCorners) {
  const RawDocument document = read(
      {{"0.8 g 60 400 m 140 400 l 146 400 150 404 150 410 c 150 490 l 150 496 146 500 140 500 c 60 500 l "
        "54 500 50 496 50 490 c 50 410 l 50 404 54 400 60 400 c f  "
        "200 400 m 240 400 l 230 420 220 450 260 470 c 270 490 250 500 230 500 c 210 480 200 450 200 400 c "
        "f"}});
  EXPECT_THAT(document.pages[0].fills, ElementsAre(box_near(50, 342, 150, 442)));
  EXPECT_EQ(document.pages[0].drawings, 1u);
}

TEST(ReadPdf, DrawingsAreCounted) {
  const RawDocument document =
      read({{"10 10 m 20 30 l 30 10 l f  100 100 m 120 140 140 140 160 100 c S  50 700 m 250 700 l S"}});
  EXPECT_EQ(document.pages[0].drawings, 2u);
}

TEST(ReadPdf, ADamagedPageIsNamed) {
  const RawDocument document =
      read({{"BT /F1 12 Tf 100 700 Td (a) Tj ET"}, {"BT /F1 12 Tf (b) Tj ET ]] <zz> nonsense"}});
  EXPECT_EQ(document.pages[0].mistakes, 0u);
  EXPECT_GT(document.pages[1].mistakes, 0u);
  ASSERT_EQ(document.problems.size(), 1u);
  EXPECT_EQ(document.problems[0].page, 1u);
  EXPECT_THAT(document.problems[0].problem.what, HasSubstr("damaged"));
}

TEST(ReadPdf, OnePageBrokenLeavesTheOthers) {
  std::string file =
      small_pdf({{"BT /F1 12 Tf 100 700 Td (a) Tj ET"}, {"BT /F1 12 Tf 100 700 Td (b) Tj ET"}});
  file.replace(file.find("<< /Type /Page /Parent", file.find("8 0 obj")), 2, "xx");
  const Result<RawDocument> document = read_pdf(file);
  ASSERT_TRUE(document) << describe(document.error());
  ASSERT_FALSE(document->problems.empty());
  EXPECT_EQ(document->problems[0].page, 1u);
  EXPECT_THAT(texts(document->pages[0]), ElementsAre("a"));
}

// Made with: qpdf --encrypt sesame owner 256 -- plain.pdf password-sesame.pdf
TEST(ReadPdf, AnEncryptedDocumentAsksForItsPassword) {
  const Result<std::string> bytes = read_file(PLANMARK_SOURCE_DIR "/tests/extract/data/password-sesame.pdf");
  ASSERT_TRUE(bytes) << describe(bytes.error());
  const std::pair<const char*, const char*> refused[] = {{"", "needs a password"},
                                                         {"simsim", "does not open"}};
  for (const auto& [password, what] : refused) {
    const Result<RawDocument> document = read_pdf(*bytes, password);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().kind, ProblemKind::encrypted);
    EXPECT_THAT(document.error().what, HasSubstr(what));
  }
  const Result<RawDocument> document = read_pdf(*bytes, "sesame");
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_THAT(texts(document->pages[0]), ElementsAre("behind", "a", "lock"));
}

TEST(ReadPdf, RefusalsNameTheCause) {
  const std::string good = small_pdf({{"BT /F1 12 Tf 100 700 Td (a) Tj ET"}});
  struct Row {
    std::string bytes;
    ProblemKind kind;
    const char* what;
  };
  const Row rows[] = {
      {"", ProblemKind::not_pdf, "empty"},
      {"<!DOCTYPE html><html>404</html>", ProblemKind::not_pdf, "a web page"},
      {"%PDF-1.7\n", ProblemKind::damaged, "broken"},
      {good.substr(0, 60), ProblemKind::damaged, "broken"},
      {std::string(100, '\x01'), ProblemKind::not_pdf, "not a PDF"},
      {pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"}),
       ProblemKind::damaged, "page"},
      {pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"}),
       ProblemKind::damaged, "no pages"},
  };
  for (const Row& row : rows) {
    const Result<RawDocument> document = read_pdf(row.bytes);
    ASSERT_FALSE(document) << row.what;
    EXPECT_EQ(document.error().kind, row.kind) << describe(document.error());
    EXPECT_THAT(document.error().what, HasSubstr(row.what));
  }
}

// A page as object 6 with two pieces of marked content, and a tree that calls them a chapter's name and a
// cell.
std::string tagged_pdf(std::string_view content) {
  return small_pdf({{std::string(content)}},
                   "/StructTreeRoot << /RoleMap << /Chapter /H2 >> /K << /S /Document /Pg 6 0 R /K ["
                   "<< /S /Chapter /K 0 >> "
                   "<< /S /Table /K << /S /TR /K << /S /TD /A << /O /Table /ColSpan 2 >> /K "
                   "<< /Type /MCR /MCID 1 >> >> >> >> ] >> >>");
}

TEST(ReadPdf, TheStructureTreeSaysWhatMarkedContentIs) {
  const Result<RawDocument> document =
      read_pdf(tagged_pdf("BT /F1 12 Tf 100 700 Td /Chapter << /MCID 0 >> BDC (Name) Tj EMC 0 -50 Td "
                          "/TD << /MCID 1 >> BDC (Cell) Tj EMC ET"));
  ASSERT_TRUE(document);
  const std::vector<RawElement>& elements = document->elements;
  ASSERT_EQ(elements.size(), 5u);
  EXPECT_EQ(elements[0], (RawElement{TagKind::group, 0, 1, 1, none}));
  EXPECT_EQ(elements[1], (RawElement{TagKind::heading, 2, 1, 1, 0}));
  EXPECT_EQ(elements[4], (RawElement{TagKind::cell, 0, 2, 1, 3}));
  const RawPage& page = document->pages[0];
  EXPECT_THAT(page.elements, ElementsAre(1u, 4u));
  EXPECT_EQ(page.words.at(0).tag, 0);
  EXPECT_EQ(page.words.at(1).tag, 1);
}

TEST(ReadPdf, TagsOfAPageAreRefusedWhereSomeAreNotReported) {
  const Result<RawDocument> document = read_pdf(
      tagged_pdf("BT /F1 12 Tf 100 700 Td /Chapter << /MCID 0 >> BDC /Span /Named BDC (Na) Tj EMC (me) Tj "
                 "EMC 0 -50 Td /TD << /MCID 1 >> BDC (Cell) Tj EMC ET"));
  ASSERT_TRUE(document);
  for (const RawWord& word : document->pages[0].words) EXPECT_EQ(word.tag, -1) << word.text;
}

}  // namespace
}  // namespace planmark
