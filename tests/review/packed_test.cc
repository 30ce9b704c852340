#include "review/packed.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

TEST(Packed, WordsComeBackBitForBit) {
  const std::vector<Word> words{{{0, 3}, {1.5F, -0.0F, 3.25F, 1e-30F}, 4, 0},
                                {{4, 0xFFFFFFFF}, {0.1F, 0.2F, 0.3F, 0.4F}, 4, 0xFFFFFFFF}};
  std::string blob;
  for (const Word& word : words) pack(word, blob);
  ASSERT_EQ(blob.size(), 2 * 28u);
  EXPECT_EQ(blob.substr(4, 4), std::string("\3\0\0\0", 4)) << "little-endian";
  EXPECT_EQ(blob.substr(8, 4), std::string("\0\0\xC0\x3F", 4)) << "1.5 as an IEEE float";
  std::vector<Word> again;
  ASSERT_TRUE(unpack_words(blob, 4, again));
  EXPECT_EQ(again, words);
}

TEST(Packed, SentencesComeBack) {
  const std::vector<Sentence> sentences{{{0, 10}, 0}, {{10, 70000}, 1}};
  EXPECT_EQ(pack(sentences).size(), 2 * 12u);
  EXPECT_EQ(unpack_sentences(pack(sentences)), sentences);
  EXPECT_EQ(unpack_sentences(""), std::vector<Sentence>());
}

TEST(Packed, MentionsComeBack) {
  const std::vector<Mention> mentions{{7, 0, {0, 10}}, {7, 3, {11, 70000}}};
  std::string blob;
  for (const Mention& mention : mentions) pack(mention, blob);
  EXPECT_EQ(blob.size(), 2 * 12u);
  std::vector<Mention> again;
  ASSERT_TRUE(unpack_mentions(blob, 7, again));
  EXPECT_EQ(again, mentions);
}

TEST(Packed, RefusesPartOfARecord) {
  std::vector<Word> words;
  EXPECT_FALSE(unpack_words(std::string(27, 'x'), 0, words));
  EXPECT_FALSE(unpack_sentences("12345"));
  std::vector<Mention> mentions;
  EXPECT_FALSE(unpack_mentions("12345", 0, mentions));
}

}  // namespace
}  // namespace planmark
