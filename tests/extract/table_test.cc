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
