#include "reports/page_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "extract/block_regions.h"
#include "tests/support/markup_document.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Every block is printed in one word: 10 points high, 20 below the one before on its page.
Document printed(std::string_view markup) {
  Document document = document_from_markup(markup);
  document.styles = {{}};
  for (Page& page : document.pages) page.width = 200, page.height = 400;
  std::uint32_t page = none;
  float top = 0;
  for (const Block& block : document.blocks) {
    const std::uint32_t on = page_at(document, block.span.begin);
    if (on != page) page = on, top = 0;
    document.words.push_back({block.span, {20, top, 120, top + 10}, page, 0});
    top += 20;
  }
  return document;
}

// What stands on the page, without how it looks: one line for each box and each item of the list.
std::string outline_of(const std::string& html) {
  static const std::regex wanted(
      "<a class=\"box ([a-z-]+)\"( id=\"box-[0-9]+\")? href=\"#text-([0-9]+)\" style=\"([^\"]*)\"|"
      "<li class=\"([a-z-]+)\" id=\"text-[0-9]+\"><a href=\"#box-[0-9]+\">([0-9]+ [A-Z][0-9]*)</a>"
      " <span class=\"path\">([^<]*)</span>");
  std::string outline;
  for (std::sregex_iterator at(html.begin(), html.end(), wanted), end; at != end; ++at) {
    const std::smatch& found = *at;
    outline += found[1].matched ? "box " + found[3].str() + " " + found[1].str() + " " + found[4].str() + "\n"
                                : found[6].str() + ": " + found[7].str() + "\n";
  }
  return outline;
}

TEST(PageHtml, ShowsEachBlockOfThePageInOrder) {
  const Document document = printed(
      "# Plan\n\nBefore.\n\f\n## Start well\n\nWe will:\n\n- hire\n- train\n\n| Post | Who |\n| Lead | Ann "
      "|\n");
  EXPECT_EQ(outline_of(page_html(document, {.name = "a.pdf", .page = 1})),
            "box 1 heading left:10.000%;top:0.000%;width:50.000%;height:2.500%\n"
            "box 2 paragraph left:10.000%;top:5.000%;width:50.000%;height:2.500%\n"
            "box 3 list-item left:10.000%;top:10.000%;width:50.000%;height:2.500%\n"
            "box 4 list-item left:10.000%;top:15.000%;width:50.000%;height:2.500%\n"
            "box 5 table-row left:10.000%;top:20.000%;width:50.000%;height:2.500%\n"
            "box 6 table-row left:10.000%;top:25.000%;width:50.000%;height:2.500%\n"
            "1 H2: heading, level 2; Plan\n"
            "2 P: paragraph; Plan › Start well\n"
            "3 L1: list item, level 1; introduced by 2\n"
            "4 L1: list item, level 1; introduced by 2\n"
            "5 T: table row, table 1\n"
            "6 T: table row, table 1\n");
}

TEST(PageHtml, CellsStandBesideTheirHeads) {
  const Document document = printed("| Post | Who |\n| Lead | Ann |\n");
  EXPECT_THAT(page_html(document, {.name = "a.pdf"}), HasSubstr("<tr><th>Who</th><td>Ann</td></tr>"));
}

TEST(PageHtml, WhateverADocumentSaysIsText) {
  const std::string attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
  Document document = printed("# " + attack + "\n\n" + attack + "\n\n- " + attack + "\n\n| " + attack +
                              " | b |\n| " + attack + " | c |\n");
  document.pages[0].state = PageState::unreadable;
  document.pages[0].reason = document.pages[0].label = attack;
  document.problems = {{0, {ProblemKind::damaged, attack, attack, attack}}};
  const std::string html = page_html(document, {.name = attack, .no_picture = attack});
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img"));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(PageHtml, APageThatWasNotReadSaysWhy) {
  Document document;
  document.pages = {
      {.span = {}, .width = 200, .height = 400, .state = PageState::unreadable, .reason = "no word map"}};
  const std::string html = page_html(document, {.name = "a.pdf", .png = "PNG"});
  EXPECT_THAT(html, HasSubstr("This page could not be read: no word map."));
  EXPECT_THAT(html, HasSubstr("No text was read on this page."));
  EXPECT_THAT(html, HasSubstr("src=\"data:image/png;base64,UE5H\""));
}

TEST(PageHtml, APageWithoutSizeHasNoBoxes) {
  Document document = printed("One.\n");
  document.pages[0].width = 0;
  const std::string html = page_html(document, {.name = "a.pdf", .no_picture = "it is broken"});
  EXPECT_EQ(outline_of(html), "1 P: paragraph\n");
  EXPECT_THAT(html, HasSubstr("There is no picture of the page: it is broken."));
}

TEST(BlockRegions, LinesDownAColumnAreOneBoxAndTheNextColumnAnother) {
  Document document = document_from_markup("one two three four\n");
  document.styles = {{}};
  document.words = {{{0, 3}, {0, 100, 50, 110}, 0, 0},
                    {{4, 7}, {0, 112, 40, 122}, 0, 0},
                    {{8, 13}, {60, 10, 90, 20}, 0, 0},
                    {{14, 18}, {0, 0, 9, 9}, 1, 0}};
  EXPECT_THAT(regions_of(document, {0, 18}, 0), ElementsAre(Box{0, 100, 50, 122}, Box{60, 10, 90, 20}));
}

}  // namespace
}  // namespace planmark
