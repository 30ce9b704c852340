#include "extract/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/markup_document.h"

namespace planmark {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Document sample() {
  return document_from_markup(
      "# Plan\n"
      "\n"
      "Opening words.\n"
      "\n"
      "## Leads\n"
      "\n"
      "| Area | Lead |\n"
      "|------|------|\n"
      "| SEND | Jo Ash |\n"
      "\f\n"
      "| Safeguarding | |\n"
      "\n"
      "Closing words.\n");
}

std::uint32_t at(const Document& document, std::string_view text) {
  return static_cast<std::uint32_t>(document.text.find(text));
}

std::string text_of(const Document& document, Span span) { return std::string(slice(document.text, span)); }

TEST(Document, FindsPageAndBlockOfAByte) {
  const Document document = sample();
  struct Row {
    const char* text;
    std::uint32_t page, block;
  };
  for (const auto& [text, page, block] : {Row{"Plan", 0, 0}, Row{"words.", 0, 1}, Row{"Jo Ash", 0, 4},
                                          Row{"Safeguarding", 1, 5}, Row{"Closing", 1, 6}}) {
    EXPECT_EQ(page_at(document, at(document, text)), page) << text;
    EXPECT_EQ(block_at(document, at(document, text)), block) << text;
  }
  EXPECT_EQ(block_at(document, at(document, "\nOpening")), none);
  EXPECT_EQ(page_at(document, static_cast<std::uint32_t>(document.text.size())), 1u);
}

TEST(Document, PageAtSkipsPagesWithoutText) {
  Document document;
  document.text = "ab\ncd\n";
  document.pages = {{.span = {0, 0}}, {.span = {0, 3}}, {.span = {3, 3}}, {.span = {3, 6}}};
  EXPECT_EQ(page_at(document, 0), 1u);
  EXPECT_EQ(page_at(document, 2), 1u);
  EXPECT_EQ(page_at(document, 3), 3u);
}

TEST(Document, ColumnHeadIsFoundOverRowsAndFurniture) {
  Document document = sample();
  const Span cells = cells_of(document, 5);
  ASSERT_EQ(cells.size(), 2u);
  EXPECT_EQ(text_of(document, column_head(document, document.cells[cells.begin])), "Area");
  EXPECT_EQ(text_of(document, column_head(document, document.cells[cells.begin + 1])), "Lead");
  EXPECT_TRUE(column_head(document, document.cells[0]).empty()) << "a head has no head";
  EXPECT_TRUE(cells_of(document, 1).empty());
}

TEST(Document, SectionPathRunsFromTheOutside) {
  const Document document = sample();
  EXPECT_THAT(section_path(document, 6), ElementsAre(0u, 2u));
  EXPECT_THAT(section_path(document, 2), ElementsAre(0u));
  EXPECT_THAT(section_path(document, 0), IsEmpty());
}

TEST(Document, WordsAndBoxesOfASpan) {
  Document document;
  document.text = "one two three four\n";
  document.pages = {{.span = {0, 10}}, {.span = {10, 19}}};
  document.blocks = {{.span = {0, 18}}};
  document.styles.emplace_back();
  document.words = {{{0, 3}, {10, 10, 30, 20}, 0, 0},
                    {{4, 7}, {35, 11, 50, 20}, 0, 0},
                    {{8, 10}, {10, 25, 30, 35}, 0, 0},  // "three", broken over two lines
                    {{10, 13}, {10, 10, 30, 20}, 1, 0},
                    {{14, 18}, {35, 10, 50, 20}, 1, 0}};
  ASSERT_THAT(check_document(document), IsEmpty());
  EXPECT_EQ(words_in(document, {4, 9}), (Span{1, 3}));
  EXPECT_EQ(words_in(document, {3, 4}), (Span{1, 1}));
  EXPECT_EQ(words_in(document, {5, 6}), (Span{1, 2}));
  EXPECT_THAT(
      boxes_of(document, {0, 14}),
      ElementsAre(PageBox{0, {10, 10, 50, 20}}, PageBox{0, {10, 25, 30, 35}}, PageBox{1, {10, 10, 30, 20}}));
}

TEST(Document, KnowsWhatWasRecognised) {
  Document document = sample();
  const std::uint32_t second = document.pages[1].span.begin;
  EXPECT_FALSE(is_recognised(document, {0, second}));
  document.pages[1].ocr = true;
  EXPECT_FALSE(is_recognised(document, {0, second})) << "it ends before that page";
  EXPECT_TRUE(is_recognised(document, {0, second + 1}));
  EXPECT_FALSE(is_recognised(Document{}, {0, 0}));
}

TEST(Document, NamesAreReadBack) {
  for (int i = 0; i <= static_cast<int>(BlockKind::reference); ++i) {
    const auto kind = static_cast<BlockKind>(i);
    BlockKind read{};
    EXPECT_TRUE(parse_name(name_of(kind), read) && read == kind) << name_of(kind);
  }
  for (const PageState state : {PageState::text, PageState::blank, PageState::unreadable}) {
    PageState read{};
    EXPECT_TRUE(parse_name(name_of(state), read) && read == state) << name_of(state);
  }
  BlockKind kind{};
  EXPECT_FALSE(parse_name("table row", kind));
}

TEST(CheckDocument, NamesWhatIsBroken) {
  struct Row {
    const char* says;
    void (*harm)(Document&);
  };
  const Row rows[] = {
      {"not valid UTF-8", [](Document& d) { d.text[0] = '\xFF'; }},
      {"holds NUL", [](Document& d) { d.text[0] = '\0'; }},
      {"page 1 begins at", [](Document& d) { --d.pages[1].span.begin; }},
      {"the pages end at", [](Document& d) { --d.pages[1].span.end; }},
      {"page 1 is recognised and has no text",
       [](Document& d) {
         d.pages[1].ocr = true;
         d.pages[1].state = PageState::unreadable;
       }},
      {"the confidence of page 0", [](Document& d) { d.pages[0].ocr_confidence = 1.5F; }},
      {"leaves the text", [](Document& d) { d.blocks.back().span.end = 9999; }},
      {"where one before it ends", [](Document& d) { std::swap(d.blocks[1].span, d.blocks[2].span); }},
      {"are in no block", [](Document& d) { d.blocks[1].span.end -= 3; }},
      {"no earlier heading", [](Document& d) { d.blocks[1].section = 1; }},
      {"as its stem", [](Document& d) { d.blocks[1].stem = 7; }},
      {"row without a table", [](Document& d) { d.blocks[3].table = none; }},
      {"is of table 4", [](Document& d) { d.blocks[3].table = 4; }},
      {"not inside a table row", [](Document& d) { d.cells.back().block = 6; }},
      {"not inside one block",
       [](Document& d) {
         d.words = {{{2, 8}, {}, 0, 0}};
       }},
      {"is on page 9",
       [](Document& d) {
         d.words = {{{0, 4}, {}, 9, 0}};
       }},
      {"has style 0",
       [](Document& d) {
         d.words = {{{0, 4}, {}, 0, 0}};
       }},
  };
  EXPECT_THAT(check_document(sample()), IsEmpty());
  for (const Row& row : rows) {
    Document document = sample();
    row.harm(document);
    EXPECT_THAT(check_document(document), ::testing::Contains(HasSubstr(row.says))) << row.says;
  }
}

TEST(Markup, AHeadingWithoutWordsIsNone) {
  const Document document = document_from_markup("# Plan\n# \n########\nWords.\n");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[1].section, 0u);
  EXPECT_THAT(check_document(document), IsEmpty());
}

}  // namespace
}  // namespace planmark
