// What the command line takes and refuses, and what it says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::HasSubstr;

TEST(CommandLine, RefusesWithStatus2AndSaysWhy) {
  const TemporaryFolder folder;
  const std::string none = (folder.path() / "none").string();
  const struct {
    std::vector<std::string> arguments;
    const char* said;
  } rows[] = {
      {{}, "subcommand is required"},
      {{"rnu"}, "did you mean planmark run?"},
      {{"run", none}, "no such file or folder"},
      {{"run", folder.path().string()}, "no document"},
      {{"run", "-w", none}, "no planmark workspace"},
      {{"run", none, "--time-limit", "0"}, "--time-limit"},
      {{"add", none, "--part", "novel"}, "novel"},
      {{"add", none, "--edition", "23/24"}, "year of four digits"},
      {{"run", none, "--jobs", "0"}, "--jobs"},
      {{"list", "-w", none}, "no planmark workspace"},
      {{"show", "x.pdf", "-w", none}, "no planmark workspace"},
      {{"show", "x.pdf", "--text", "--identity"}, "--text"},
      {{"export", "drafts", "--format", "docx"}, "docx"},
      {{"export"}, "subcommand is required"},
      {{"report", "--out", "-"}, "standard output"},
      {{"compare", "a.pdf", "b.pdf", "--html", "-"}, "standard output"},
      {{"borrowed", "--html", "-"}, "standard output"},
      {{"verify", "-w", none}, "no planmark workspace"},
      {{"systems", "Atlantis"}, "Atlantis"},
      {{"lexicon"}, "subcommand is required"},
      {{"lexicon", "lint", "--lexicons", none}, "none"},
      {{"evaluate", none}, "none"},
      {{"evaluate"}, "GOLD_DIR"},
      {{"list", "--data", none}, "--data"},
  };
  for (const auto& row : rows) {
    std::vector<std::string> arguments = row.arguments;
    const Ended ended = planmark_with(arguments);
    EXPECT_EQ(ended.status, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(ended.out, "") << testing::PrintToString(arguments);
    EXPECT_THAT(ended.err, HasSubstr(row.said)) << testing::PrintToString(arguments);
  }
}

TEST(CommandLine, HelpIsGivenForEveryCommand) {
  for (const char* command : {"run", "add", "list", "show", "verify", "systems"}) {
    const Ended all = planmark_with({"--help"});
    EXPECT_THAT(all.out, HasSubstr(std::string("  ") + command + " "));
    const Ended one = planmark_with({command, "--help"});
    EXPECT_EQ(one.status, 0);
    EXPECT_THAT(one.out, HasSubstr("--workspace"));
  }
  EXPECT_THAT(planmark_with({"export", "drafts", "--help"}).out, HasSubstr("--out"));
}

TEST(CommandLine, VersionNamesWhatAResultDependsOn) {
  const Ended ended = planmark_with({"--version"});
  EXPECT_EQ(ended.status, 0);
  for (const char* name :
       {"planmark 0.", "Poppler 22.12", "ICU 7", "RE2 20", "SQLite 3.", "confined by rlimits"}) {
    EXPECT_THAT(ended.out, HasSubstr(name));
  }
}

TEST(CommandLine, SystemsAreFoundByAnyName) {
  const Ended all = planmark_with({"systems"});
  EXPECT_EQ(all.status, 0);
  EXPECT_THAT(all.out, HasSubstr("Surrey Heartlands"));
  const Ended one = planmark_with({"systems", "surrey heartlands"});
  EXPECT_EQ(one.status, 0);
  EXPECT_THAT(one.out, HasSubstr("Code"));
}

}  // namespace
}  // namespace planmark
