#include "extract/tags.h"

#include <gtest/gtest.h>

#include "tests/extract/printed_page.h"

namespace planmark {
namespace {

// Pages whose lines are tagged: each call prints a line as content of an element.
class TaggedPages {
 public:
  TaggedPages() { pages_.page(); }

  std::uint32_t element(TagKind kind, std::uint32_t parent = none, std::uint8_t level = 0) {
    RawElement made;
    made.kind = kind;
    made.parent = parent;
    made.level = level;
    pages_.raw().elements.push_back(made);
    return static_cast<std::uint32_t>(pages_.raw().elements.size()) - 1;
  }

  RawElement& at(std::uint32_t element) { return pages_.raw().elements[element]; }

  void page() { pages_.page(); }

  void print(std::uint32_t element, float x, float y, std::string_view words, std::uint32_t look = 0) {
    RawPage& page = pages_.raw().pages.back();
    const std::size_t first = page.words.size();
    pages_.at(x, y, words, look);
    page.elements.push_back(element);
    for (std::size_t i = first; i < page.words.size(); ++i)
      page.words[i].tag = static_cast<std::int32_t>(page.elements.size()) - 1;
  }

  std::uint32_t style(float size, bool is_bold = false) { return pages_.style(size, is_bold); }
  std::string outline() const { return planmark::outline(pages_.document()); }

 private:
  PrintedPages pages_;
};

TEST(Tags, SayWhatIsAHeadingAndHowDeep) {
  TaggedPages pages;
  const std::uint32_t bold_look = pages.style(10, bold);
  pages.print(pages.element(TagKind::heading, none, 1), 72, 100, "Our plan");
  pages.print(pages.element(TagKind::paragraph), 72, 130, "Some words of running text that stand below it.");
  pages.print(pages.element(TagKind::heading, none, 3), 72, 160, "Who leads", bold_look);
  pages.print(pages.element(TagKind::paragraph), 72, 190, "And some more words of running text stand here.");
  EXPECT_EQ(pages.outline(),
            "heading1: Our plan\n"
            "paragraph: Some words of running text that stand below it.\n"
            "heading3: Who leads\n"
            "paragraph: And some more words of running text stand here.\n");
}

TEST(Tags, PartParagraphsThatStandClose) {
  TaggedPages pages;
  pages.print(pages.element(TagKind::paragraph), 72, 100,
              "The first paragraph fills its only line to the end.");
  pages.print(pages.element(TagKind::paragraph), 72, 112,
              "The second follows without a gap and fills its own.");
  EXPECT_EQ(pages.outline(),
            "paragraph: The first paragraph fills its only line to the end.\n"
            "paragraph: The second follows without a gap and fills its own.\n");
}

TEST(Tags, AreNotBelievedWhereParagraphsEndInsideSentences) {
  TaggedPages pages;
  pages.print(pages.element(TagKind::paragraph), 72, 100, "Some programs mark every printed line as a");
  pages.print(pages.element(TagKind::paragraph), 72, 112, "paragraph of its own, which it plainly is not");
  pages.print(pages.element(TagKind::paragraph), 72, 124, "when a sentence runs on.");
  EXPECT_EQ(
      pages.outline(),
      "paragraph: Some programs mark every printed line as a paragraph of its own, which it plainly is not "
      "when a sentence runs on.\n");
}

TEST(Tags, AreNotBelievedWhereTheyHoldASmallPartOfTheText) {
  TaggedPages pages;
  pages.print(pages.element(TagKind::heading, none, 1), 72, 100, "Some words that");
  pages.print(none, 72, 112, "are tagged and many more that are not.");
  EXPECT_EQ(pages.outline(), "paragraph: Some words that are tagged and many more that are not.\n");
}

TEST(Tags, AnItemOverAPageBreakIsOneAlsoWhereItIsTaggedTwice) {
  TaggedPages pages;
  const std::uint32_t list = pages.element(TagKind::list);
  pages.print(pages.element(TagKind::list_item, list), 72, 700, "• an item that goes on and on and over");
  pages.page();
  const std::uint32_t next = pages.element(TagKind::list);
  pages.print(pages.element(TagKind::list_item, next), 80, 100, "the break to its end.");
  pages.print(pages.element(TagKind::list_item, next), 72, 130, "Tagged alone: no bullet is printed here.");
  EXPECT_EQ(pages.outline(),
            "list-item1: an item that goes on and on and over the break to its end.\n"
            "list-item1: Tagged alone: no bullet is printed here.\n");
}

// Two printed lines to a row, columns so near that they touch; the first cell hangs down over two rows.
TEST(Tags, TablesAreReadAsTagged) {
  TaggedPages pages;
  const std::uint32_t table = pages.element(TagKind::table);
  const auto row = [&](float y, TagKind kind, std::initializer_list<const char*> cells, float x) {
    const std::uint32_t element = pages.element(TagKind::table_row, table);
    std::uint32_t first = none;
    for (const char* words : cells) {
      const std::uint32_t cell = pages.element(kind, element);
      if (first == none) first = cell;
      if (*words) pages.print(pages.element(TagKind::paragraph, cell), x, y, words);
      x += 105;
    }
    return first;
  };
  row(100, TagKind::head_cell, {"Theme of the plan", "What we will do it", "Lead"}, 60);
  const std::uint32_t hanging = row(112, TagKind::cell, {"Children", "Open a family hub", "Council"}, 60);
  row(124, TagKind::cell, {"Train all the staff", "Trust"}, 165);
  pages.at(hanging).rows = 2;
  row(136, TagKind::cell, {"Adults", "", "Board"}, 60);
  EXPECT_EQ(pages.outline(),
            "head: Theme of the plan | What we will do it | Lead\n"
            "row: Children | Open a family hub | Council\n"
            "row: | Train all the staff | Trust\n"
            "row: Adults | | Board\n");
}

TEST(Tags, ATableWithHeadingsInItsCellsSetsOutThePage) {
  TaggedPages pages;
  const std::uint32_t table = pages.element(TagKind::table);
  for (const float y : {100.f, 200.f}) {
    const std::uint32_t row = pages.element(TagKind::table_row, table);
    for (const float x : {60.f, 320.f}) {
      const std::uint32_t cell = pages.element(TagKind::cell, row);
      pages.print(pages.element(TagKind::heading, cell, 2), x, y, "A heading here");
      pages.print(pages.element(TagKind::paragraph, cell), x, y + 30,
                  "and text that stands below it, long enough.");
    }
  }
  EXPECT_EQ(pages.outline().find("row:"), std::string::npos) << pages.outline();
}

TEST(Tags, LabelsOfAFigureAreNoHeadings) {
  TaggedPages pages;
  const std::uint32_t bold_look = pages.style(10, bold);
  const std::uint32_t figure = pages.element(TagKind::figure);
  pages.print(pages.element(TagKind::paragraph, figure), 72, 100, "What is dementia?", bold_look);
  pages.print(pages.element(TagKind::paragraph, figure), 72, 120,
              "Some words of running text that stand below it.");
  pages.print(pages.element(TagKind::paragraph, figure), 72, 160, "Themed sub groups", bold_look);
  pages.print(pages.element(TagKind::paragraph, figure), 300, 200, "Sign-off", bold_look);
  EXPECT_EQ(pages.outline(),
            "heading1: What is dementia?\n"
            "paragraph: Some words of running text that stand below it.\n"
            "paragraph: Themed sub groups\n"
            "paragraph: Sign-off\n");
}

TEST(Tags, ABoldFirstSentenceStaysInItsParagraph) {
  TaggedPages pages;
  const std::uint32_t paragraph = pages.element(TagKind::paragraph);
  pages.print(paragraph, 72, 100, "A consistent offer of advice.", pages.style(10, bold));
  pages.print(paragraph, 72, 112, "It is given with the diagnosis.");
  EXPECT_EQ(pages.outline(), "paragraph: A consistent offer of advice. It is given with the diagnosis.\n");
}

TEST(Tags, EntriesOfTheContentsAreKnownWithoutLeaders) {
  TaggedPages pages;
  pages.print(pages.element(TagKind::contents_entry), 72, 100, "Our aims 7");
  EXPECT_EQ(pages.outline(), "contents: Our aims 7\n");
}

}  // namespace
}  // namespace planmark
