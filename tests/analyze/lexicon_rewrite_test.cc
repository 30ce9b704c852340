#include "analyze/lexicon_rewrite.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace planmark {
namespace {

LexiconFile file_of(const std::string& bytes) { return parse_lexicon_file("concepts/a.toml", bytes).value(); }

TEST(LexiconRewrite, ChangesOneListAndNothingElse) {
  const LexiconFile file = file_of(R"(# Ours. é
[[concept]]
id = "a"   # kept ["
name = 'A'
terms = [ "one", 'two]', # gone
  """three]""" ]  # kept
match = ["one"]

[[concept]]
id = "b"
name = "B"
not_terms = "four"
terms = ["five"]
match = ["five"]
)");
  EXPECT_EQ(with_terms(file, {{"a", "terms", {"one", "say \"two\""}}}), R"(# Ours. é
[[concept]]
id = "a"   # kept ["
name = 'A'
terms = [
  "one",
  'say "two"',
]  # kept
match = ["one"]

[[concept]]
id = "b"
name = "B"
not_terms = "four"
terms = ["five"]
match = ["five"]
)");
  EXPECT_EQ(terms_in(file, "a", "terms"), (std::vector<std::string>{"one", "two]", "three]"}));
  EXPECT_EQ(terms_in(file, "b", "not_terms"), (std::vector<std::string>{"four"}));
  EXPECT_TRUE(terms_in(file, "b", "weak_terms").empty());
}

TEST(LexiconRewrite, AddsAListBelowTheNameAndEmptiesOne) {
  const LexiconFile file = file_of("[[concept]]\nid='a'\nname='A' # x\nterms=['one']\nnot_terms='two'\n");
  EXPECT_EQ(
      with_terms(file, {{"a", "not_terms", {}}, {"a", "exact_terms", {"CLA"}}}),
      "[[concept]]\nid='a'\nname='A' # x\nexact_terms = [\n  \"CLA\",\n]\nterms=['one']\nnot_terms=[]\n");
}

TEST(LexiconRewrite, EveryTermComesBackAsItWas) {
  for (const std::string term : {"plain", "it's", "say \"it\"", "both ' and \"", "back\\slash", "é # ] ["}) {
    const LexiconFile file = file_of("[[concept]]\nid='a'\nname='A'\nterms=['one']\n");
    const std::string bytes = with_terms(file, {{"a", "terms", {term}}});
    EXPECT_EQ(terms_in(file_of(bytes), "a", "terms"), (std::vector<std::string>{term})) << bytes;
  }
}

}  // namespace
}  // namespace planmark
