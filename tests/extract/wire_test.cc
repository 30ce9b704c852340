#include "extract/wire.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/markup_document.h"

namespace planmark {
namespace {

Document sample() {
  Document document = document_from_markup("# Plan\n\nOne caf\u00E9.\n\f\n| Area | Lead |\n| SEND | |\n");
  document.pages[1].ocr = true;
  document.pages[1].ocr_confidence = 0.5F;
  document.title = "Plan";
  document.styles = {{"Arial", 11, true, false, 0x123456}};
  document.words = {{{0, 4}, {1, 2, 3, 4}, 0, 0}, {{5, 8}, {1, 2, 3, 4}, 0, 0}};
  document.problems = {{1, {ProblemKind::damaged, "broken", "page 2", ""}}};
  return document;
}

TEST(Wire, DocumentAndProblemComeBackEqual) {
  const Result<Document> document = get_as<Document>(decode(encode(sample())));
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(*document, sample());

  const Problem problem{ProblemKind::encrypted, "a password is needed", "a.pdf", "give it"};
  const Result<Product> refused = decode(encode(tl::unexpected(problem)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), problem);
}

TEST(Wire, ATableComesBackEqualAndARowThatIsTooShortIsRefused) {
  const TextTable sheet{{{{"person", "system"}, 1}, {{"ada", "caf\u00E9"}, 4}}};
  const Result<TextTable> back = get_as<TextTable>(decode(encode(sheet)));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, sheet);
  EXPECT_FALSE(decode(encode(TextTable{{{{"person", "system"}, 1}, {{"ada"}, 2}}})));
}

TEST(Wire, EveryShorterOrLongerMessageIsRefused) {
  const std::string bytes = encode(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode(bytes.substr(0, size))) << "the first " << size << " bytes";
  EXPECT_FALSE(decode(bytes + "x"));
}

TEST(Wire, WhateverIsChangedTheResultKeepsItsPromises) {
  const std::string bytes = encode(sample());
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char value : {'\x00', '\x01', '\x7F', '\x80', '\xFF', static_cast<char>(bytes[at] + 1)}) {
      std::string changed = bytes;
      changed[at] = value;
      const Result<Document> document = get_as<Document>(decode(changed));
      if (document)
        EXPECT_THAT(check_document(*document), testing::IsEmpty()) << "byte " << at;
      else
        ++refused;
    }
  }
  EXPECT_GT(refused, 100);
}

TEST(Wire, PictureComesBackEqualAndWithItsPixels) {
  const PagePicture picture = {2,        2, 1, 72, Colours::rgb, std::string("\x00\x1B\xFF\x80\x7F\n", 6),
                               {"Arial"}};
  const Result<PagePicture> back = get_as<PagePicture>(decode(encode(picture)));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, picture);

  const PagePicture wrong[] = {{2, 2, 2, 72, Colours::rgb, picture.pixels},
                               {2, 2, 1, 72, Colours::grey, picture.pixels},
                               {2, 0, 0, 72, Colours::rgb, ""},
                               {2, 0xFFFFFFFF, 0xFFFFFFFF, 72, Colours::rgb, picture.pixels}};
  for (const PagePicture& claimed : wrong) EXPECT_FALSE(decode(encode(claimed))) << claimed.width;
}

TEST(Wire, ClaimedCountsAllocateNothing) {
  // Kind, no hash, no text, then four thousand million pages.
  const std::string bytes("\x00\x00\x00\x00\x00\x00\x00\x00\x00\xFF\xFF\xFF\xFF", 13);
  EXPECT_FALSE(decode(bytes));
}

TEST(Wire, ControlCharactersAreRefused) {
  for (const char* title : {"\x1B[2J", "bell\x07",
                            "\xC2\x9B"
                            "2J",
                            "\xC0\xAF"}) {
    Document document = sample();
    document.title = title;
    EXPECT_FALSE(decode(encode(document)));
  }
}

}  // namespace
}  // namespace planmark
