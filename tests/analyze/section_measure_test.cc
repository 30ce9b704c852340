#include "analyze/section_measure.h"

#include <gtest/gtest.h>

#include <set>

#include "extract/markup_document.h"

namespace planmark {
namespace {

std::size_t sections_in(const Document& document) {
  const std::vector<std::uint32_t> of_block = main_sections(document);
  std::set<std::uint32_t> sections(of_block.begin(), of_block.end());
  sections.erase(none);
  return sections.size();
}

TEST(MainSections, AreThoseOfTheOutermostLevelThatDividesTheDocument) {
  struct Row {
    const char* what;
    const char* text;
    std::size_t sections;
  };
  const Row rows[] = {
      {"no headings", "Text.", 0},
      {"chapters", "# A\n\nText.\n\n# B\n\nText.\n\n# C\n\nText.\n\n# D\n\nText.\n\n## E\n\nText.", 4},
      {"a title above chapters", "# Plan\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n\n## D\n\nText.",
       5},
      {"a title in two lines",
       "# Joint forward plan\n\n# 2023 to 2028\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n\n## "
       "D\n\nText.",
       6},
      {"a short document", "# A\n\nText.\n\n# B\n\nText.\n\n## C\n\nText.", 2},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(sections_in(document_from_markup(row.text)), row.sections);
  }
}

}  // namespace
}  // namespace planmark
