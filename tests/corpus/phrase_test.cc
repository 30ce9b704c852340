#include "corpus/phrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/nearest_name.h"

namespace planmark {
namespace {

TEST(Phrase, FoldsWords) {
  struct {
    const char* text;
    std::vector<std::string> words;
  } const rows[] = {
      {"Stoke-on-Trent", {"stoke", "on", "trent"}},
      {"ash__jfp__2023.pdf", {"ash", "jfp", "2023", "pdf"}},
      {"Health & Care", {"health", "and", "care"}},
      {"C&M", {"c", "and", "m"}},
      {"Together We\u2019re \u2018Better\u2019", {"together", "we're", "better"}},
      {"2023\u20132028", {"2023", "2028"}},
      {"Caf\u00E9\u00A0Society", {"caf\u00E9", "society"}},
      {"\u2022 \U0001F600 ...", {"\U0001F600"}},
      {"", {}},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(phrase_words(text), words) << text;
}

TEST(Phrase, KeepsTheWayBack) {
  const std::string text = "\u201CJoint\u201D Forward & Plan";
  std::vector<std::string> printed;
  for (const FoldedWord& word : folded_words(text)) printed.emplace_back(slice(text, word.span));
  EXPECT_THAT(printed, ::testing::ElementsAre("Joint", "Forward", "&", "Plan"));
}

TEST(Phrase, IsFoundAsWholeConsecutiveWords) {
  const auto words = folded_words("The plan: our Joint-Forward planning and joint forward plan");
  EXPECT_EQ(find_phrase(words, {"joint", "forward", "plan"}), 7U);
  EXPECT_EQ(find_phrase(words, {"joint", "forward"}), 3U);
  EXPECT_EQ(find_phrase(words, {"joint", "forward"}, 4), 7U);
  EXPECT_EQ(find_phrase(words, {"for"}), words.size());
  EXPECT_EQ(find_phrase(words, {}), words.size());
}

TEST(NearestName, SuggestsWhatWasMeant) {
  const std::vector<std::string> names = {"file", "system", "edition"};
  EXPECT_EQ(nearest_name("editoin", names), "edition");
  EXPECT_EQ(nearest_name("File", names), "file");
  EXPECT_EQ(nearest_name("colour", names), "");
  EXPECT_EQ(nearest_name("", names), "");
}

}  // namespace
}  // namespace planmark
