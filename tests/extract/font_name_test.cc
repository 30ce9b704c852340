#include "extract/font_name.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(FontName, SaysTheFace) {
  struct Row {
    const char *name, *plain;
    bool bold, italic;
  };
  const Row rows[] = {
      {"ABCDEF+Helvetica-Bold", "Helvetica-Bold", true, false},
      {"Helvetica-BoldOblique", "Helvetica-BoldOblique", true, true},
      {"FrutigerLT-65Black", "FrutigerLT-65Black", true, false},
      {"FRANKLIN-DEMI", "FRANKLIN-DEMI", true, false},
      {"Calibri-Italic", "Calibri-Italic", false, true},
      {"Abcdef+Arial", "Abcdef+Arial", false, false},
      {"A B\xE9\n", "AB", false, false},
      {"", "", false, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(plain_font_name(row.name), row.plain);
    EXPECT_EQ(names_bold_face(row.name), row.bold) << row.name;
    EXPECT_EQ(names_italic_face(row.name), row.italic) << row.name;
  }
}

}  // namespace
}  // namespace planmark
