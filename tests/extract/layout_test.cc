#include "extract/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "extract/upright_page.h"
#include "tests/extract/printed_page.h"

namespace planmark {
namespace {

TEST(Layout, JoinsTheLinesOfAParagraphAndParts) {
  PrintedPages pages;
  pages.page()
      .at(72, 100, "The board agreed the plan in March and")
      .at(72, 112, "will report to the partnership twice a")
      .at(72, 124, "year.")
      .at(72, 142, "A second paragraph stands further down.");
  EXPECT_EQ(outline(pages.document()),
            "paragraph: The board agreed the plan in March and will report to the partnership twice a year.\n"
            "paragraph: A second paragraph stands further down.\n");
}

TEST(Layout, ReadsColumnsOneAfterTheOther) {
  PrintedPages pages;
  pages.page();
  for (int i = 0; i < 3; ++i) {
    const float y = 100 + 12 * static_cast<float>(i);
    pages.at(72, y, "left " + std::to_string(i) + " goes on to the edge");
  }
  for (int i = 0; i < 3; ++i) {
    const float y = 100 + 12 * static_cast<float>(i);
    pages.at(320, y, "right " + std::to_string(i) + " goes on to the edge");
  }
  EXPECT_EQ(outline(pages.document()),
            "paragraph: left 0 goes on to the edge left 1 goes on to the edge left 2 goes on to the edge "
            "right 0 goes "
            "on to the edge right 1 goes on to the edge right 2 goes on to the edge\n");
}

TEST(Layout, ALineIsOneHoweverWideItsSpacesAndNoneWithTheNextColumns) {
  PrintedPages pages;
  pages.page().at(60, 100, "A crisis house for the town");
  pages.at(60, 112, "opens").at(97, 112, "in").at(119, 112, "February").at(171, 112, "2024.");
  pages.at(60, 124, "£2.3m").at(97, 124, "has").at(124, 124, "come").at(156, 124, "from").at(188, 124, "it.");
  pages.at(60, 136, "and nurses are in post.");
  for (int i = 0; i < 4; ++i) pages.at(230, 100 + 12 * static_cast<float>(i), "and some of the other column");
  EXPECT_THAT(
      outline(pages.document()),
      testing::StartsWith("paragraph: A crisis house for the town opens in February 2024. £2.3m has come "
                          "from it. and nurses are in post."));
}

TEST(Layout, MarksRunningHeadsAsFurnitureAndJoinsTheParagraphAcrossThem) {
  PrintedPages pages;
  for (int i = 1; i <= 3; ++i) {
    pages.page().at(72, 30, "A running head").at(290, 810, std::to_string(i));
    pages.at(72, 100, "a sentence that goes on and on over");
    pages.at(72, 112, "every page until it comes at last to");
  }
  pages.at(72, 124, "its end.");
  const std::string sentence = "a sentence that goes on and on over every page until it comes at last to ";
  EXPECT_EQ(
      outline(pages.document()),
      "furniture: A running head\nfurniture: 1\nparagraph: " + sentence + sentence + sentence +
          "its end.\nfurniture: A running head\nfurniture: 2\nfurniture: A running head\nfurniture: 3\n");
  EXPECT_EQ(pages.document().pages[1].span.begin, pages.document().pages[0].span.end);
}

TEST(Layout, ASourceNamedAtTheFootOfSeveralPagesIsNoFurniture) {
  PrintedPages pages;
  for (int i = 1; i <= 4; ++i)
    pages.page()
        .at(72, 760, "1 See the annual report.", pages.style(7))
        .at(72, 775, "2 A note for page " + std::string(1, static_cast<char>('a' + i)) + " alone.",
            pages.style(7))
        .at(290, 810, std::to_string(i));
  std::size_t furniture = 0;
  for (const Block& block : pages.document().blocks) furniture += block.kind == BlockKind::furniture;
  EXPECT_EQ(furniture, 4u);
}

TEST(Layout, PutsRaisedLettersBackIntoTheirLine) {
  PrintedPages pages;
  pages.page().at(72, 100, "In the 19").at(126, 100, "century").at(117, 99, "th", pages.style(6));
  EXPECT_EQ(outline(pages.document()), "paragraph: In the 19th century\n");
}

TEST(Layout, ASentenceThatChangesWeightAtALineEndIsOneParagraph) {
  PrintedPages pages;
  pages.page()
      .at(72, 100, "This plan sets out how we will work for the", pages.style(10, bold))
      .at(72, 112, "health of all children and all families in")
      .at(72, 124, "every town.");
  EXPECT_EQ(outline(pages.document()),
            "paragraph: This plan sets out how we will work for the health of all children and all families "
            "in every "
            "town.\n");
}

TEST(Layout, AnEntryOfTheContentsKeepsItsNumber) {
  PrintedPages pages;
  pages.page()
      .at(72, 100, "2.1")
      .at(110, 100, "Local context .......... 12")
      .at(72, 114, "3")
      .at(110, 114, "Our aims .......... 14");
  EXPECT_EQ(outline(pages.document()), "contents: 2.1 Local context 12\ncontents: 3 Our aims 14\n");
}

TEST(Layout, ReadsAPageThatLiesOnItsSideAndKeepsItsBoxesAsShown) {
  for (const std::int16_t turn : std::initializer_list<std::int16_t>{90, 180, 270}) {
    PrintedPages pages;
    pages.page()
        .at(72, 100, "The board agreed the plan in March and")
        .at(72, 112, "will report to the partnership twice a")
        .at(72, 124, "year.");
    const Document upright = pages.document();
    RawPage& page = pages.raw().pages[0];
    for (RawWord& word : page.words) {
      word.box = as_shown(word.box, turn == 180 ? 595 : 842, turn == 180 ? 842 : 595, turn);
      word.rotation = turn;
    }
    if (turn != 180) std::swap(page.width, page.height);
    const Document turned = pages.document();
    EXPECT_EQ(turned.text, upright.text);
    EXPECT_EQ(turned.words.at(0).box, page.words.at(0).box) << turn;
    EXPECT_EQ(turned.pages[0].width, page.width);
  }
}

TEST(Layout, KeepsItsPromisesForNonsense) {
  const float infinity = std::numeric_limits<float>::infinity();
  PrintedPages pages;
  pages.page(0, 0).page(NAN, infinity).page();
  for (const Box box :
       {Box{NAN, 0, 1, 1}, Box{1e9f, 1e9f, 2e9f, 2e9f}, Box{50, 50, 10, 10}, Box{5, 5, 5, 5}}) {
    RawWord word;
    word.text = "w\xFFq\n";
    word.box = box;
    word.style = 77;
    word.rotation = 45;
    pages.raw().pages.back().words.push_back(word);
  }
  pages.rule(NAN, 3, infinity).fill(infinity, NAN, 0, 0);
  EXPECT_THAT(check_document(pages.document()), testing::IsEmpty());
  EXPECT_THAT(check_document(lay_out(RawDocument{}, "")), testing::IsEmpty());
}

}  // namespace
}  // namespace planmark
