#include "extract/pdf_text.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(PdfText, WhatIsNoCharacterIsReplaced) {
  const unsigned characters[] = {'a', 0, 0xE9, 7, 0x9F, 0xD800, 0x110000, 0x1F600};
  EXPECT_EQ(utf8_of(characters), "a\u00E9\uFFFD\uFFFD\uFFFD\uFFFD\U0001F600");
}

TEST(PdfText, DatesAreReadAsWritten) {
  EXPECT_EQ(iso_date("D:20230615103000+01'00'"), "2023-06-15");
  EXPECT_EQ(iso_date("20230615"), "2023-06-15");
  EXPECT_EQ(iso_date("15 June 2023"), "");
  EXPECT_EQ(iso_date("D:2023"), "");
}

}  // namespace
}  // namespace planmark
