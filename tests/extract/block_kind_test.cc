#include <gtest/gtest.h>

#include "tests/extract/printed_page.h"

namespace planmark {
namespace {

TEST(BlockKind, ListItemsKnowTheirDepthAndWhatIntroducesThem) {
  PrintedPages pages;
  pages.page()
      .at(72, 100, "We will do three things for families:")
      .at(80, 118, "• open hubs in every town that has none and keep")
      .at(90, 130, "them open at weekends")
      .at(80, 142, "• train staff")
      .at(98, 154, "◦ in schools")
      .at(80, 166, "\xEF\x82\xB7 listen to parents");  // U+F0B7, the bullet of a symbol font
  const Document document = pages.document();
  EXPECT_EQ(outline(document),
            "paragraph: We will do three things for families:\n"
            "list-item1: open hubs in every town that has none and keep them open at weekends\n"
            "list-item1: train staff\n"
            "list-item2: in schools\n"
            "list-item1: listen to parents\n");
  for (std::size_t i = 1; i < document.blocks.size(); ++i) EXPECT_EQ(document.blocks[i].stem, 0u);
}

TEST(BlockKind, ABulletThatIsDrawnIsABullet) {
  PrintedPages pages;
  pages.page().at(90, 100, "the first item").at(90, 112, "the second item");
  for (const float y : {103.f, 115.f}) pages.raw().pages[0].dots.push_back({80, y, 84, y + 4});
  EXPECT_EQ(outline(pages.document()), "list-item1: the first item\nlist-item1: the second item\n");
}

TEST(BlockKind, ADottedRuleBesideTextIsNoRowOfBullets) {
  PrintedPages pages;
  pages.page().at(90, 100, "the first line of a").at(90, 112, "text beside a rule");
  for (float y = 90; y < 130; y += 4) pages.raw().pages[0].dots.push_back({80, y, 82, y + 2});
  EXPECT_EQ(outline(pages.document()), "paragraph: the first line of a text beside a rule\n");
}

TEST(BlockKind, TheSpeakerOfAQuoteIsNoHeadingInTheNextColumnEither) {
  PrintedPages pages;
  const std::uint32_t quote = pages.style(12, false, true), speaker = pages.style(11, bold, true);
  pages.page()
      .at(72, 100, "Ordinary words that are longer than all the rest and so are the body of the text, which")
      .at(72, 112, "goes on.")
      .at(72, 700, "“Nobody can tell you if that is a week or a year.”", quote)
      .at(420, 100, "Parent, Wexmouth", speaker)
      .at(420, 130, "And the text goes on here.");
  EXPECT_EQ(outline(pages.document()),
            "paragraph: Ordinary words that are longer than all the rest and so are the body of the text, "
            "which goes "
            "on.\n"
            "quote: “Nobody can tell you if that is a week or a year.”\n"
            "quote: Parent, Wexmouth\n"
            "paragraph: And the text goes on here.\n");
}

TEST(BlockKind, HeadingsAreRankedByTheirLook) {
  PrintedPages pages;
  const std::uint32_t chapter = pages.style(18, bold), part = pages.style(12, bold);
  for (int i = 1; i <= 2; ++i)
    pages.page()
        .at(72, 100, "Chapter " + std::to_string(i) + " of the plan", chapter)
        .at(72, 140, "A part of it", part)
        .at(72, 160, "Text of the part that is set in the size of the body and is long enough to be it.");
  EXPECT_EQ(outline(pages.document()).substr(0, 55),
            "heading1: Chapter 1 of the plan\nheading2: A part of it\n");
  const Document document = pages.document();
  EXPECT_EQ(document.blocks[1].section, 0u);
  EXPECT_EQ(document.blocks[2].section, 1u);
  EXPECT_EQ(document.blocks[3].section, none);
}

TEST(BlockKind, EntriesWithLeadersAreContents) {
  PrintedPages pages;
  pages.page().at(72, 100, "Starting well . . . . . . . . . . . 7").at(72, 112, "Ageing well.............12");
  EXPECT_EQ(outline(pages.document()), "contents: Starting well 7\ncontents: Ageing well 12\n");
}

TEST(BlockKind, NamesOfChaptersBesidePageNumbersAreContents) {
  PrintedPages pages;
  const std::uint32_t title = pages.style(20, bold), name = pages.style(10, bold);
  pages.page().at(72, 60, "Contents", title);
  float y = 120;
  for (const char* chapter : {"Foreword", "Our aims"}) {
    pages.at(72, y, "3").at(72, y + 40, chapter, name);
    y += 120;
  }
  pages.page()
      .at(72, 60, "Foreword", title)
      .at(72, 120, "The words of the foreword, enough of them to be a body.");
  EXPECT_EQ(outline(pages.document()),
            "heading1: Contents\ncontents: 3\ncontents: Foreword\ncontents: 3\ncontents: Our aims\n"
            "heading1: Foreword\nparagraph: The words of the foreword, enough of them to be a body.\n");
}

TEST(BlockKind, SmallPrintAtTheFootIsAFootnoteAndTextGoesOnPastIt) {
  PrintedPages pages;
  pages.page()
      .at(72, 700, "the text of this page goes on to the")
      .at(72, 780, "1 See the annex.", pages.style(7));
  pages.page().at(72, 100, "next page and ends there.");
  EXPECT_EQ(outline(pages.document()),
            "footnote: 1 See the annex.\n"
            "paragraph: the text of this page goes on to the next page and ends there.\n");
}

TEST(BlockKind, TextOnAPanelIsBoxed) {
  PrintedPages pages;
  pages.page()
      .at(72, 100, "An ordinary paragraph that stands on the bare page.")
      .fill(60, 190, 400, 260)
      .at(72, 200, "A case study that stands on a coloured panel of its own.");
  const Document document = pages.document();
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_FALSE(document.blocks[0].boxed);
  EXPECT_TRUE(document.blocks[1].boxed);
}

}  // namespace
}  // namespace planmark
