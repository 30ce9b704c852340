#include "extract/quality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/markup_document.h"

namespace planmark {
namespace {

using ::testing::ElementsAre;

const WordList& some_words() {
  static const WordList words("the\nplan\nfor\nchildren\nchildren's\nis\ngood\n");
  return words;
}

TEST(Quality, CountsWordsAndThoseThatAreKnown) {
  const struct {
    const char* text;
    std::uint32_t words;
    double known;
  } rows[] = {
      {"The plan for children is good.", 6, 1.0},
      {"The children\u2019s plan \u2013 \u2018good\u2019 (for 2023/24, Q1).", 5, 1.0},
      {"Xqvt plan zzkp good", 4, 0.5},
      {"plan-for-children", 3, 1.0},
      {"I ' 7 \u2022 %", 0, 0},
  };
  for (const auto& row : rows) {
    const Quality quality = quality_of(document_from_markup(row.text), some_words());
    EXPECT_EQ(quality.words, row.words) << row.text;
    EXPECT_EQ(quality.known_share, row.words ? std::optional(row.known) : std::nullopt) << row.text;
  }
}

TEST(Quality, WithoutAWordListTheShareIsNotKnown) {
  EXPECT_EQ(quality_of(document_from_markup("The plan."), WordList()).known_share, std::nullopt);
}

TEST(Quality, TellsTheLanguageFromFrequentWords) {
  const struct {
    const char *text, *language;
  } rows[] = {
      {"We will work with the people of the county to give each child the best start in life. ", "English"},
      {"Byddwn yn gweithio gyda phobl y sir er mwyn rhoi cychwyn gorau mewn bywyd. ", "not English"},
  };
  for (const auto& row : rows) {
    std::string text;
    for (int i = 0; i < 10; ++i) text += row.text;
    EXPECT_STREQ(language_of(quality_of(document_from_markup(text), WordList())), row.language);
  }
  EXPECT_STREQ(language_of(quality_of(document_from_markup("The plan."), WordList())), "not known");
}

TEST(Quality, CountsPagesByTheirStateAndTables) {
  Document document = document_from_markup("One.\n\f\n| a |\n| b |\n\f\n\f\nTwo.\n\n| c |\n| d |\n");
  ASSERT_EQ(document.pages.size(), 4u);
  document.pages[0].state = PageState::unreadable;
  document.pages[2].state = PageState::blank;
  const Quality quality = quality_of(document, WordList());
  EXPECT_EQ(quality.pages, 4u);
  EXPECT_EQ(quality.unreadable_pages, 1u);
  EXPECT_EQ(quality.blank_pages, 1u);
  EXPECT_EQ(quality.tables, 2u);
  EXPECT_DOUBLE_EQ(unreadable_share(document), 0.25);
  EXPECT_EQ(unreadable_share(Document{}), 0);
}

TEST(Quality, NamesFontsWhoseCharactersMeanNothing) {
  Document document = document_from_markup("ab\uE001c d\uFFFD\uFFFD fine\n");
  document.styles = {{"Body", 10, false, false, 0}, {"Odd", 10, false, false, 0}};
  document.words = {{{0, 6}, {}, 0, 1}, {{7, 14}, {}, 0, 1}, {{15, 19}, {}, 0, 0}};
  const Quality quality = quality_of(document, WordList());
  EXPECT_EQ(quality.unmapped_characters, 3u);
  EXPECT_THAT(quality.unmapped_fonts, ElementsAre("Odd"));
}

TEST(Quality, CountsRecognisedPagesAndTheirMeanConfidence) {
  Document document = document_from_markup("One.\n\f\nTwo.\n\f\nThree.\n");
  EXPECT_EQ(recognised_pages(document), RecognisedPages{});
  document.pages.at(0).ocr = document.pages.at(1).ocr = true;
  document.pages[0].ocr_confidence = 1;
  document.pages[1].ocr_confidence = 0.5F;
  document.pages.at(2).ocr_confidence = 0.25F;  // tried, and not recognised
  EXPECT_EQ(recognised_pages(document), (RecognisedPages{2, 0.75}));
}

TEST(Quality, SeesColumns) {
  const struct {
    const char* what;
    Box first, second;
    std::uint32_t column_pages;
  } rows[] = {
      {"below each other", {50, 100, 500, 300}, {50, 310, 500, 500}, 0},
      {"beside each other", {50, 100, 250, 300}, {300, 120, 500, 320}, 1},
      {"a short line beside a long column", {50, 100, 250, 300}, {300, 120, 500, 132}, 0},
  };
  for (const auto& row : rows) {
    Document document = document_from_markup("One.\n\nTwo.\n");
    document.styles = {{}};
    document.words = {{{0, 4}, row.first, 0, 0}, {{5, 9}, row.second, 0, 0}};
    EXPECT_EQ(quality_of(document, WordList()).column_pages, row.column_pages) << row.what;
  }
}

}  // namespace
}  // namespace planmark
