#include "extract/font_face.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(FontFace, NamesFlagsAndWeightsCount) {
  struct Row {
    FontEntries entries;
    const char* name;
    bool bold, italic;
  };
  const Row rows[] = {
      {{.name = "ABCDEF+Helvetica-Bold", .described_name = "Other"}, "Helvetica-Bold", true, false},
      {{.name = "Helvetica-BoldOblique", .described_name = {}}, "Helvetica-BoldOblique", true, true},
      {{.name = "FrutigerLT-65Black", .described_name = {}}, "FrutigerLT-65Black", true, false},
      {{.name = "FRANKLIN-DEMI", .described_name = {}}, "FRANKLIN-DEMI", true, false},
      {{.name = "Calibri-Italic", .described_name = {}}, "Calibri-Italic", false, true},
      {{.name = "Abcdef+Arial", .described_name = {}}, "Abcdef+Arial", false, false},
      {{.name = "A B\xE9\n", .described_name = {}, .flagged_bold = true}, "AB", true, false},
      {{.name = "A", .described_name = {}, .flagged_italic = true}, "A", false, true},
      {{.name = {}, .described_name = "AAAAAA+Plan", .weight = 700}, "Plan", true, false},
      {{.name = {}, .described_name = "AAAAAA+Plan", .weight = 500}, "Plan", false, false},
      {{}, "", false, false},
  };
  for (const Row& row : rows) {
    const FontFace face = face_of(row.entries);
    EXPECT_EQ(face.name, row.name);
    EXPECT_EQ(face.bold, row.bold) << row.name;
    EXPECT_EQ(face.italic, row.italic) << row.name;
  }
}

}  // namespace
}  // namespace planmark
