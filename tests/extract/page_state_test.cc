#include "extract/page_state.h"

#include <gtest/gtest.h>

#include "tests/extract/printed_page.h"

namespace planmark {
namespace {

Page state_of_one(const PrintedPages& pages) { return pages.document().pages.at(0); }

TEST(PageState, TellsBlankFromUnreadable) {
  PrintedPages text, blank, scan, unmapped;
  text.page().at(72, 100, "A line of text.").image(0, 0, 100, 100);
  blank.page();
  scan.page().image(0, 0, 595, 842).at(280, 810, "12");
  unmapped.page().at(72, 100, "\xEE\x80\x81\xEE\x80\x82 \xEE\x80\x83\xEE\x80\x84 then words");
  EXPECT_EQ(state_of_one(text).state, PageState::text);
  EXPECT_EQ(state_of_one(blank).state, PageState::blank);
  EXPECT_EQ(state_of_one(scan).state, PageState::unreadable);
  EXPECT_EQ(state_of_one(scan).reason, "picture without text");
  EXPECT_EQ(state_of_one(unmapped).state, PageState::unreadable);
  EXPECT_EQ(state_of_one(unmapped).reason, "no word map");
}

}  // namespace
}  // namespace planmark
