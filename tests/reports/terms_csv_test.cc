#include "reports/terms_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

constexpr const char* lexicon = R"([[concept]]
id = "carer"
name = "carers, young"
terms = ["young carer"]  # a comment
not_terms = ["carer card"]
patterns = ['caring.*']
match = ["A young carer."]

[[concept]]
id = "parent"
name = "parents"
terms = ["parent"]
match = ["A parent."]
)";

LexiconSource source() {
  std::vector<LexiconFile> files;
  files.push_back(parse_lexicon_file("concepts/a.toml", lexicon).value());
  return lexicon_source_of(std::move(files)).value();
}

const std::string table =
    "\xEF\xBB\xBF"
    "file,concept,name,key,term\r\n"
    "concepts/a.toml,carer,\"carers, young\",terms,young carer\r\n"
    "concepts/a.toml,carer,\"carers, young\",not_terms,carer card\r\n"
    "concepts/a.toml,parent,parents,terms,parent\r\n";

TEST(TermsCsv, WritesATermALine) { EXPECT_EQ(terms_csv(source()), table); }

TEST(TermsCsv, ComesBackWithoutAChange) {
  EXPECT_TRUE(files_with_terms(source(), table, "t.csv").value().empty());
}

TEST(TermsCsv, ChangesTheListsOfTheConceptsItNames) {
  const auto files = files_with_terms(
      source(), "concept;key;term\ncarer;terms;young carer\ncarer;terms;young adult carer\n", "t.csv");
  ASSERT_TRUE(files) << describe(files.error());
  ASSERT_EQ(files->size(), 1U);
  const std::string& bytes = files->front().bytes;
  EXPECT_THAT(
      bytes,
      testing::HasSubstr(
          "terms = [\n  \"young carer\",\n  \"young adult carer\",\n]  # a comment\nnot_terms = []\n"));
  EXPECT_THAT(bytes, testing::EndsWith("terms = [\"parent\"]\nmatch = [\"A parent.\"]\n"));
}

TEST(TermsCsv, MistakesAreNamedWithTheirPlace) {
  const struct {
    const char* csv;
    const char *where, *what;
  } rows[] = {
      {"concept,term\n", "t.csv:1", "concept, key and term"},
      {"concept,key,term\ncarers,terms,x\n", "t.csv:2", "did you mean 'carer'?"},
      {"concept,key,term\n\ncarer,patterns,x\n", "t.csv:3", "not a list of terms"},
      {"concept,key,term\ncarer,terms,\n", "t.csv:2", "no term"},
      {"concept,key,term\ncarer,terms,aunt\n", "concepts/a.toml:9:10", "must be found in this sentence"},
  };
  for (const auto& row : rows) {
    const auto files = files_with_terms(source(), row.csv, "t.csv");
    ASSERT_FALSE(files) << row.csv;
    EXPECT_EQ(files.error().where, row.where);
    EXPECT_THAT(files.error().what, testing::HasSubstr(row.what));
  }
}

}  // namespace
}  // namespace planmark
