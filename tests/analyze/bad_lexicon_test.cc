// Each file of bad_lexicons/ holds one mistake; the file of the same name beside it ends in .message and
// holds what the loader must say of it, whole. A good concept, group.known, is loaded with each.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "analyze/rule_book.h"
#include "base/file.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(PLANMARK_SOURCE_DIR) / "tests/analyze/bad_lexicons";

constexpr std::string_view good_lexicon = R"([[concept]]
id = "group.known"
name = "known"
terms = ["known group"]
match = ["A known group."]
)";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  const auto files = files_below(cases);
  for (const fs::path& path : files.value())
    if (path.extension() == ".toml")
      names.push_back(path.lexically_relative(cases).replace_extension().string());
  return names;
}

class BadLexicon : public testing::TestWithParam<std::string> {};

TEST_P(BadLexicon, IsRefusedWithThisMessage) {
  const fs::path folder = fs::path(testing::TempDir()) / "bad_lexicon" / GetParam();
  fs::remove_all(folder);
  const fs::path copy = folder / (GetParam() + ".toml");
  fs::create_directories(copy.parent_path());
  fs::create_directories(folder / "concepts");
  fs::copy_file(cases / (GetParam() + ".toml"), copy);
  ASSERT_TRUE(write_file(folder / "concepts/a-known.toml", good_lexicon));

  const auto rules = load_rule_book(folder);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().kind, ProblemKind::bad_input);
  const std::string said = rules.error().where + ": " + rules.error().what + "\n";
  EXPECT_EQ(said, read_file(cases / (GetParam() + ".message")).value_or(""));
}

std::string test_name(const testing::TestParamInfo<std::string>& tested) {
  std::string name = tested.param;
  for (char& c : name)
    if (c == '-' || c == '/') c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, BadLexicon, testing::ValuesIn(case_names()), test_name);

}  // namespace
}  // namespace planmark
