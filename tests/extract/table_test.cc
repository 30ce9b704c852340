#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/printed_page.h"

namespace planmark {
namespace {

// Cells at x = 60, 200, 340; one string for each column of a printed line, empty for none.
void print_row(PrintedPages& pages, float y, std::initializer_list<const char*> columns,
               std::uint32_t look = 0) {
  float x = 60;
  for (const char* words : columns) {
    pages.at(x, y, words, look);
    x += 140;
  }
}

// As most programs draw it: the lines of a cell, then the next cell.
void print_cells(PrintedPages& pages, float y,
                 std::initializer_list<std::initializer_list<const char*>> cells) {
  float x = 60;
  for (const auto& lines : cells) {
    float at = y;
    for (const char* words : lines) {
      pages.at(x, at, words);
      at += 12;
    }
    x += 140;
  }
}

TEST(Table, IsFoundByItsRules) {
  PrintedPages pages;
  pages.page().at(60, 80, "The leads are set out in the table below.");
  for (const float y : {105.f, 125.f, 160.f, 180.f}) pages.rule(55, y, 480);
  print_row(pages, 110, {"Post", "Holder", "Since"}, pages.style(10, bold));
  print_cells(pages, 130, {{"Lead for children", "and families"}, {"Ann Example"}, {"2023"}});
  print_cells(pages, 165, {{"Lead for SEND"}, {}, {"2021"}});
  EXPECT_EQ(outline(pages.document()),
            "paragraph: The leads are set out in the table below.\n"
            "head: Post | Holder | Since\n"
            "row: Lead for children and families | Ann Example | 2023\n"
            "row: Lead for SEND | | 2021\n");
}

TEST(Table, IsFoundWithoutRulesByTheOrderOfDrawing) {
  PrintedPages pages;
  pages.page();
  print_row(pages, 100, {"Action", "Owner", "By when"}, pages.style(10, bold));
  print_cells(pages, 118, {{"Open a family", "hub in town"}, {"Council"}, {"March 2024"}});
  print_cells(pages, 148, {{"Train staff"}, {"Hospital", "trust"}, {"May 2024"}});
  pages.at(60, 200, "The table ends and an ordinary paragraph follows it here.");
  EXPECT_EQ(outline(pages.document()),
            "head: Action | Owner | By when\n"
            "row: Open a family hub in town | Council | March 2024\n"
            "row: Train staff | Hospital trust | May 2024\n"
            "paragraph: The table ends and an ordinary paragraph follows it here.\n");
}

TEST(Table, IsNotSeenInColumnsOfProse) {
  PrintedPages pages;
  pages.page();
  for (const float x : {60.f, 320.f})
    for (int i = 0; i < 6; ++i)
      pages.at(x, 100 + 12 * static_cast<float>(i), "some words of running text that fill");
  for (const Block& block : pages.document().blocks) EXPECT_EQ(block.kind, BlockKind::paragraph);
}

TEST(Table, RunsOverAPageBreakAsOneTable) {
  PrintedPages pages;
  for (int i = 0; i < 2; ++i) {
    pages.page();
    print_row(pages, 300, {"Action", "Owner", "By when"}, pages.style(10, bold));
    if (i == 1) print_cells(pages, 318, {{"in every town"}, {}, {}});
    print_cells(pages, 336, {{"Train staff"}, {"Trust"}, {"May 2024"}});
    print_cells(pages, 354, {{"Open family hubs"}, {"Council"}, {"March 2025"}});
  }
  const Document document = pages.document();
  EXPECT_EQ(outline(document),
            "head: Action | Owner | By when\n"
            "row: Train staff | Trust | May 2024\n"
            "row: Open family hubs in every town | Council | March 2025\n"
            "furniture: Action Owner By when\n"
            "row: Train staff | Trust | May 2024\n"
            "row: Open family hubs | Council | March 2025\n");
  EXPECT_EQ(document.blocks.back().table, 0u);
  EXPECT_TRUE(check_document(document).empty());
}

TEST(Table, ColumnHeadsThatRepeatAtOneHeightAreNoRunningHeads) {
  PrintedPages pages;
  for (const auto& [first, second] : {std::pair{"Hub", "Rooms"}, {"School", "Pupils"}, {"Ward", "Beds"}}) {
    pages.page().at(72, 20, "A running head");
    print_row(pages, 60, {first, second, "Owner", "When"}, pages.style(10, bold));
    print_row(pages, 78, {"Northgate", "40", "Trust", "May 2024"});
    print_row(pages, 96, {"Westerby", "25", "Council", "June 2024"});
  }
  const std::string rows =
      " | Owner | When\nrow: Northgate | 40 | Trust | May 2024\nrow: Westerby | 25 | Council | June 2024\n";
  const std::string running = "furniture: A running head\nhead: ";
  EXPECT_EQ(outline(pages.document()), running + "Hub | Rooms" + rows + running + "School | Pupils" + rows +
                                           running + "Ward | Beds" + rows);
}

TEST(Table, CellsThatRepeatAtTheFootOfPagesAreNoRunningFeet) {
  PrintedPages pages;
  for (const char* what : {"Vans", "Hubs", "Clinics"}) {
    pages.page().at(290, 820, "Our plan");
    print_row(pages, 740, {what, "Trust", "in May"});
    print_row(pages, 758, {"Lifts", what, "in June"});
    print_row(pages, 776, {what, "ICB", what});
  }
  EXPECT_THAT(outline(pages.document()), testing::HasSubstr("row: Hubs | ICB | Hubs\n"));
}

TEST(Table, EndsAtAHeadingThatIsSetCloseToTheNextTable) {
  PrintedPages pages;
  pages.page();
  print_row(pages, 100, {"Forum", "Role", "Meets"});
  print_row(pages, 118, {"Board", "Decides what is done", "Monthly"});
  print_row(pages, 136, {"Council", "Advises the board", "Quarterly"});
  print_row(pages, 154, {"Panel", "Hears complaints", "Yearly"});
  pages.at(60, 176, "Glossary", pages.style(11, bold));  // ends a hair below where the next line begins
  pages.at(60, 186.9f, "Term").at(160, 186.9f, "What it means to all of us");
  pages.at(60, 204.9f, "SEND").at(160, 204.9f, "Special educational needs and disabilities, in every school");
  pages.at(60, 222.9f, "ICB").at(160, 222.9f, "Integrated care board, which buys most care that we have");
  EXPECT_THAT(outline(pages.document()),
              testing::StartsWith("head: Forum | Role | Meets\nrow: Board | Decides what is done | Monthly\n"
                                  "row: Council | Advises the board | Quarterly\n"
                                  "row: Panel | Hears complaints | Yearly\n"));
}

TEST(Table, ACellThatGoesOnOverThePageInSeveralRowsIsOne) {
  PrintedPages pages;
  for (int i = 0; i < 2; ++i) {
    pages.page();
    print_row(pages, 300, {"Gap", "Now", "Aim"}, pages.style(10, bold));
    if (i == 1)
      pages.at(60, 318, "appointment").at(60, 330, "s: of all children");  // like the mark of an item
    print_row(pages, i == 1 ? 348 : 318, {"Epilepsy", "38", "55"});
    print_row(pages, i == 1 ? 366 : 336, {"Missed", "2.0", "1.7"});
  }
  EXPECT_THAT(outline(pages.document()),
              testing::HasSubstr("row: Missed appointment s: of all children | 2.0 | 1.7\n"));
}

TEST(Table, GoesOnOverThePageWithOneCellUnderItsHeads) {
  PrintedPages pages;
  const auto heads = [&](const char* first) {
    pages.page();
    print_row(pages, 60, {first, "What we will do"});  // in the band of running heads
    pages.rule(55, 73, 480);
  };
  heads("Barrier");
  print_cells(pages, 76, {{"Language"}, {"Interpreters"}});
  print_cells(pages, 94, {{"Cost"}, {"A bus pass"}});
  pages.at(60, 140, "It is one table.");
  heads("Group");
  print_cells(pages, 76, {{"Carers", "of children"}, {"A break"}});
  print_cells(pages, 106, {{"Deaf people"}, {"A screen at the"}});
  heads("Group");
  pages.at(200, 76, "desk").at(60, 96, "After the table a paragraph is set across all of its columns.");
  EXPECT_EQ(outline(pages.document()),
            "head: Barrier | What we will do\nrow: Language | Interpreters\nrow: Cost | A bus pass\n"
            "paragraph: It is one table.\nhead: Group | What we will do\nrow: Carers of children | A break\n"
            "row: Deaf people | A screen at the desk\nfurniture: Group What we will do\n"
            "paragraph: After the table a paragraph is set across all of its columns.\n");
}

TEST(Table, ARowThatGoesOnMayBeginWithANameInOneOfItsCells) {
  PrintedPages pages;
  for (int i = 0; i < 2; ++i) {
    pages.page();
    print_row(pages, 300, {"Action", "Owner", "By when"}, pages.style(10, bold));
    if (i == 1) print_cells(pages, 318, {{}, {"for children"}, {"March 2025"}});
    print_cells(pages, 336, {{"Train staff"}, {"Trust"}, {"May 2024"}});
    print_cells(pages, 354, {{"Open family hubs"}, {"The new director"}, {"Before"}});
  }
  EXPECT_THAT(
      outline(pages.document()),
      testing::HasSubstr("row: Open family hubs | The new director for children | Before March 2025\n"));
}

TEST(Table, WithARuleUnderItsHeadsMayHaveATallCellBesideAShortOne) {
  PrintedPages pages;
  pages.page().rule(55, 113, 480);
  print_row(pages, 100, {"Ref", "Action"});
  print_cells(pages, 116, {{"C1"}, {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"}});
  print_cells(pages, 290, {{"C2"}, {"short"}});
  EXPECT_EQ(outline(pages.document()),
            "head: Ref | Action\nrow: C1 | a b c d e f g h i j k l m n\nrow: C2 | short\n");
}

TEST(Table, ANumberAloneOnItsHeightBeginsNoRow) {
  PrintedPages pages;
  pages.page();
  print_row(pages, 100, {"Risk", "Score", "Response"}, pages.style(10, bold));
  print_cells(pages, 118, {{"Too few staff (see part", "11.5)"}, {"16"}, {"Table 6"}});
  print_cells(pages, 148, {{"Rates of most and", "v. least deprived"}, {"12"}, {"Review"}});
  EXPECT_EQ(outline(pages.document()),
            "head: Risk | Score | Response\nrow: Too few staff (see part 11.5) | 16 | Table 6\n"
            "row: Rates of most and v. least deprived | 12 | Review\n");
}

TEST(Table, ALongWordThatTouchesTheNextColumnIsInItsOwn) {
  PrintedPages pages;
  pages.page();
  for (int i = 0; i < 14; ++i) {
    const float y = 100 + 18 * static_cast<float>(i);
    print_row(pages, y, {"Ref", i == 7 ? "Neurodevelopmentalassessment" : "Continuity", "Best Start"});
  }
  EXPECT_THAT(outline(pages.document()),
              testing::HasSubstr("row: Ref | Neurodevelopmentalassessment | Best Start\n"));
}

TEST(Table, YearsThatRiseAreHeadsOfColumns) {
  PrintedPages pages;
  pages.page();
  print_row(pages, 100, {"District", "2015", "2020", "2025"});
  print_row(pages, 118, {"Adur", "110", "113", "117"});
  print_row(pages, 136, {"Arun", "218", "221", "240"});
  EXPECT_EQ(
      outline(pages.document()),
      "head: District | 2015 | 2020 | 2025\nrow: Adur | 110 | 113 | 117\nrow: Arun | 218 | 221 | 240\n");
}

}  // namespace
}  // namespace planmark
