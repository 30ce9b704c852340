// Whole short plans of fictional systems: plans/NAME-PART.md, and beside it the answers that a careful reader
// gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/file.h"
#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> plans() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(PLANMARK_SOURCE_DIR "/tests/analyze/plans"))
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string answers_to(const Document& document, const std::string& part, const std::string& expected) {
  std::string answers;
  for (const Draft& draft : analyze(document, real_rules(), real_matcher(), part).drafts) {
    const std::string asked = draft.question + ": ";
    if (expected.find(asked) == std::string::npos) continue;
    answers += asked + to_text(draft.answer, real_rules().find_question(draft.question)->type) + "\n";
  }
  return answers;
}

class Plan : public testing::TestWithParam<fs::path> {};

TEST_P(Plan, IsAnsweredAsAReaderWould) {
  fs::path beside = GetParam();
  const std::string stem = beside.stem().string();
  const std::string part = stem.substr(stem.rfind('-') + 1);
  const std::string expected = read_file(beside.replace_extension(".answers")).value();
  const Document document = document_from_markup(read_file(GetParam()).value());
  EXPECT_EQ(answers_to(document, part, expected), expected);
}

INSTANTIATE_TEST_SUITE_P(Folder, Plan, testing::ValuesIn(plans()), [](const auto& plan) {
  std::string name = plan.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace planmark
