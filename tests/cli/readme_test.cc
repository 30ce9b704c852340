// README, help and pictures say what is so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "base/file.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

std::set<std::string> all_of(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

std::string text_of(const std::string& name) { return read_file(source_path(name)).value(); }

std::set<std::string> commands_of_help() {
  const std::string help = planmark_with({"--help"}).out;
  const std::size_t begin = help.find("Subcommands:"), end = help.find("Examples:");
  return all_of(help.substr(begin, end - begin), "\n  ([a-z]+) ");
}

// What a picture shows. Its figures change with every term that is added, so they are left out, and with them
// the line of the time, which differs from run to run.
std::string words_of(const fs::path& picture) {
  std::string text = read_file(picture).value();
  text = std::regex_replace(text, std::regex("<[^>]*>"), "");
  text = std::regex_replace(text, std::regex("Time[^\n]*|SHA-256[^\n]*| +[0-9]+"), "");
  return text;
}

TEST(Readme, NamesEveryCommandAndNoOther) {
  const std::set<std::string> commands = commands_of_help();
  EXPECT_GE(commands.size(), 7U);
  EXPECT_EQ(all_of(text_of("README.md"), "\n\\| `planmark ([a-z]+)`"), commands);
  for (const std::string& used : all_of(text_of("README.md"), "[`/]planmark ([a-z]+)")) {
    EXPECT_TRUE(commands.contains(used)) << "planmark " << used;
  }
}

TEST(Readme, OptionsExist) {
  std::string help;
  for (const std::string& command : commands_of_help()) help += planmark_with({command, "--help"}).out;
  help += planmark_with({"export", "drafts", "--help"}).out;
  const std::set<std::string> others = {"--install"};  // of cmake
  for (const std::string& option : all_of(text_of("README.md"), "(--[a-z][a-z-]+)")) {
    EXPECT_TRUE(help.find(option) != std::string::npos || others.contains(option)) << option;
  }
}

TEST(Readme, FilesExist) {
  for (const char* name : {"README.md", "CONTRIBUTING.md"}) {
    std::set<std::string> files = all_of(text_of(name), "\\]\\(([^):]+)\\)");
    files.merge(all_of(text_of(name), "((?:scripts|docs|corpus|review|lexicons|tests)/[a-z_./]+[a-z])"));
    EXPECT_FALSE(files.empty());
    for (const std::string& file : files)
      EXPECT_TRUE(fs::exists(source_path(file))) << name << " names " << file;
  }
}

TEST(Readme, StatesTheExitStatusesThatHelpStates) {
  const std::string help = planmark_with({"--help"}).out;
  for (const std::string& status : all_of(help.substr(help.find("Exit status:")), "\n  ([0-9]+) ")) {
    EXPECT_THAT(text_of("README.md"), testing::HasSubstr("\n| " + status + " | "));
  }
}

TEST(Pictures, ShowWhatTheProgramPrints) {
  const TemporaryFolder folder;
  const Ended made = shell(source_path("docs/make_pictures") + " '" + PLANMARK_BINARY_DIR + "/planmark' '" +
                           folder.path().string() + "'");
  ASSERT_EQ(made.status, 0) << made.err;
  for (const char* name : {"run.svg", "show.svg"}) {
    EXPECT_EQ(words_of(source_path(std::string("docs/") + name)), words_of(folder.path() / name))
        << "make it again: docs/make_pictures " << PLANMARK_BINARY_DIR << "/planmark";
  }
}

}  // namespace
}  // namespace planmark
