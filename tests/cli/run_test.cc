// planmark run, from the outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "base/file.h"
#include "base/format.h"
#include "tests/cli/program.h"
#include "tests/support/small_pdf.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct RunTest : testing::Test {
  TemporaryFolder folder;
  std::string workspace = (folder.path() / "workspace").string();
  std::string samples = source_path("corpus/samples");

  std::string input(const std::string& name, const std::string& bytes) const {
    fs::create_directories(folder.path() / "in");
    return folder.write("in/" + name, bytes).string();
  }
  std::string inputs() const { return (folder.path() / "in").string(); }
  // Words and questions enough for some drafts: with a sanitizer the whole lexicons take seconds to load.
  std::string few_lexicons() const {
    const fs::path few = folder.path() / "few";
    for (const char* file :
         {"cues/detail.toml", "cues/modality.toml", "cues/negation.toml", "cues/owner.toml",
          "cues/posts.toml", "cues/scope.toml", "cues/sections.toml", "cues/time.toml",
          "concepts/agencies.toml", "concepts/groups.toml", "concepts/leadership.toml",
          "survey/00-rubric.toml", "survey/20-leadership.toml", "inflections.toml", "shared-text.toml"}) {
      fs::create_directories((few / file).parent_path());
      fs::copy_file(source_path("lexicons") / fs::path(file), few / file, fs::copy_options::skip_existing);
    }
    return few.string();
  }
  std::vector<std::string> run_in(const std::string& into, const std::vector<std::string>& arguments) const {
    std::vector<std::string> all = {"run", "--no-ocr", "--lexicons", few_lexicons(), "--workspace", into};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
  }
  Ended run(const std::vector<std::string>& arguments) const {
    return planmark_with(run_in(workspace, arguments));
  }
  // So many documents that a signal finds the run at work.
  void many_inputs(int number) const {
    for (int i = 0; i < number; ++i) {
      input(format("plan{:03}.pdf", i), small_pdf({{format("BT /F1 12 Tf 72 700 Td (Plan {}) Tj ET", i)}}));
    }
  }
};

TEST_F(RunTest, ReadsTheSamplesAndDraftsAnswers) {
  const Ended first = planmark_with({"run", samples, "--workspace", workspace});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out, testing::ContainsRegex("Documents +7  7 read now"));
  EXPECT_THAT(first.out, testing::ContainsRegex("Draft answers +[1-9][0-9]+  for 6 documents"));
  EXPECT_THAT(first.err, HasSubstr("7 of 7"));
}

TEST_F(RunTest, ASecondRunReadsNothingAndChangesNothing) {
  ASSERT_EQ(run({samples}).status, 0);
  const std::string before = dump_of(workspace);
  const Ended second = run({samples});
  EXPECT_EQ(second.status, 0);
  EXPECT_THAT(second.out, testing::ContainsRegex("Documents +7  7 known before\n"));
  EXPECT_EQ(dump_of(workspace), before);
}

TEST_F(RunTest, TheSameBytesUnderTwoNamesAreOneDocument) {
  input("one.pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (A plan) Tj ET"}}));
  input("two.pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (A plan) Tj ET"}}));
  EXPECT_THAT(run({inputs()}).out, testing::ContainsRegex("Documents +1  1 read now"));
}

TEST_F(RunTest, ABrokenFileIsNamedAndCostsItselfAlone) {
  input("good.pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (A plan) Tj ET"}}));
  input("empty.pdf", "");
  input("page.pdf", "<!DOCTYPE html><html><body>Not found</body></html>");
  input("notes.txt", "notes");
  const Ended ended = run({inputs()});
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.out, testing::ContainsRegex("Documents +3  1 read now, 2 cannot be read"));
  EXPECT_THAT(ended.out, HasSubstr("  empty.pdf: "));
  EXPECT_THAT(ended.out, HasSubstr("  page.pdf: "));
  EXPECT_THAT(ended.out, HasSubstr("notes.txt"));
  EXPECT_EQ(run({inputs()}).status, 1) << "what was left out before is still left out";
}

TEST_F(RunTest, AFolderThatCannotBeListedIsNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "root may list every folder";
  const std::string good = input("good.pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (A plan) Tj ET"}}));
  const fs::path closed = folder.path() / "in/closed";
  fs::create_directory(closed);
  fs::permissions(closed, fs::perms::none);
  const Ended ended = run({inputs()});
  fs::permissions(closed, fs::perms::owner_all);
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.out, HasSubstr("in/closed: the folder cannot be listed"));
  EXPECT_THAT(ended.out, HasSubstr("1 read now"));
}

TEST_F(RunTest, TakesLongAndOddFileNames) {
  const std::string longest(251, 'n');
  input(longest + ".pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (Long) Tj ET"}}));
  input("odd \x1b[31m\n'name\".pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (Odd) Tj ET"}}));
  const Ended ended = run({inputs()});
  EXPECT_EQ(ended.status, 0) << ended.err;
  const Ended listed = planmark_with({"list", "-w", workspace});
  EXPECT_EQ(listed.status, 0);
  input("broken \x1b[31m.pdf", "");
  const Ended broken = run({inputs()});
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(ended.out + ended.err + listed.out + broken.out + broken.err, testing::Not(HasSubstr("\x1b")));
}

TEST_F(RunTest, WhatIsSettledLaterIsOnlyDraftedAnew) {
  input("paper.pdf", small_pdf({{"BT /F1 12 Tf 72 700 Td (We will work with young people.) Tj ET"}}));
  EXPECT_THAT(run({inputs()}).out, HasSubstr("planmark add FILE"));
  const Ended added = planmark_with(
      {"add", "paper.pdf", "-w", workspace, "--system", "Halden", "--part", "plan", "--edition", "2023"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, HasSubstr("Halden · plan · 2023"));
  const Ended again = planmark_with({"draft", "--lexicons", few_lexicons(), "-w", workspace});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("for 1 document"));
  EXPECT_THAT(again.out, HasSubstr("1 known before"));
  const std::string drafted = dump_of(workspace);
  EXPECT_THAT(run({inputs()}).out, HasSubstr("for 1 document"));
  EXPECT_EQ(dump_of(workspace), drafted) << "nothing was left to do";
}

TEST_F(RunTest, AMistakeInALexiconStopsItBeforeAnythingIsMade) {
  const fs::path lexicons = folder.path() / "lexicons";
  fs::copy(source_path("lexicons"), lexicons, fs::copy_options::recursive);
  folder.write("lexicons/concepts/zz.toml", "[[concept]]\nid = \"zz\"\nnmae = \"x\"\n");
  const Ended ended = planmark_with({"run", samples, "--lexicons", lexicons.string(), "-w", workspace});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("concepts/zz.toml:3"));
  EXPECT_THAT(ended.err, HasSubstr("^"));
  EXPECT_FALSE(fs::exists(workspace));
}

TEST_F(RunTest, AMistakeInAManifestStopsItBeforeAnythingIsMade) {
  const std::string manifest = input("list.csv", "file,sistem\na.pdf,Halden\n");
  const Ended ended = run({manifest});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("list.csv:1"));
  EXPECT_FALSE(fs::exists(workspace));
}

TEST_F(RunTest, KilledAtAnyMomentItGoesOnToTheSameResult) {
  ASSERT_EQ(run({samples}).status, 0);
  const std::string undisturbed = dump_of(workspace);
  const std::string disturbed = (folder.path() / "disturbed").string();
  const std::vector<std::string> command = run_in(disturbed, {samples});
  for (int milliseconds : {15, 40, 65, 90, 120, 160, 210}) {
    Running running(command);
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    running.send(SIGKILL);
    running.wait();
  }
  const Ended last = planmark_with(command);
  EXPECT_EQ(last.status, 0) << last.err;
  EXPECT_EQ(dump_of(disturbed), undisturbed);
}

TEST_F(RunTest, KilledAfterEachDocumentItGoesOnToTheSameResult) {
  ASSERT_EQ(run({samples}).status, 0);
  const std::string undisturbed = dump_of(workspace);
  const std::string disturbed = (folder.path() / "disturbed").string();
  const std::vector<std::string> command = run_in(disturbed, {samples});
  for (int documents = 1; documents <= 3; ++documents) {
    Running running(command);
    ASSERT_TRUE(running.has_said("1 of "));
    running.send(SIGKILL);
    EXPECT_EQ(running.wait().status, 128 + SIGKILL);
  }
  EXPECT_EQ(planmark_with(command).status, 0);
  EXPECT_EQ(dump_of(disturbed), undisturbed);
}

TEST_F(RunTest, CtrlCStopsItCleanlyAndTheSameCommandGoesOn) {
  many_inputs(150);
  Running running(run_in(workspace, {inputs()}));
  ASSERT_TRUE(running.has_said("1 of 150"));
  running.send(SIGINT);
  const Ended ended = running.wait();
  EXPECT_EQ(ended.status, 130);
  EXPECT_THAT(ended.err, HasSubstr("the same command goes on"));
  EXPECT_THAT(ended.out, HasSubstr("still waiting"));
  const Ended again = run({inputs()});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_THAT(again.out, testing::ContainsRegex("Documents +150  [0-9]+ read now, [0-9]+ known before"));
}

TEST_F(RunTest, TwoRunsInOneWorkspaceAreRefused) {
  many_inputs(100);
  Running running(run_in(workspace, {inputs()}));
  ASSERT_TRUE(running.has_said("1 of 100"));
  running.send(SIGSTOP);
  const Ended second = run({inputs()});
  running.send(SIGCONT);
  EXPECT_EQ(second.status, 2);
  EXPECT_THAT(second.err, HasSubstr("another run"));
  EXPECT_EQ(running.wait().status, 0);
}

TEST_F(RunTest, AFullDiskIsSaidAndNothingIsLost) {
  const std::string disk = (folder.path() / "disk").string();
  fs::create_directory(disk);
  const std::string program = std::string(PLANMARK_BINARY_DIR) + "/planmark run '" + samples +
                              "' --no-ocr --lexicons '" + few_lexicons() + "' -w '" + disk + "/w'";
  // A disk of its own that only these commands see: first all but full, then with room.
  const Ended ended =
      shell("unshare --user --map-root-user --mount sh -c \"mount -t tmpfs -o size=20m tmpfs '" + disk +
            "' || exit 99; head -c 19250k /dev/zero >'" + disk + "/filler'; " + program +
            "; echo first \\$?; rm '" + disk + "/filler'; " + program + "; echo second \\$?; cp -r '" + disk +
            "/w' '" + folder.path().string() + "/after'\"");
  if (ended.status == 99 || ended.err.find("unshare") != std::string::npos) {
    GTEST_SKIP() << "no disk of its own can be made here: " << ended.err;
  }
  ASSERT_EQ(run({samples}).status, 0);
  EXPECT_THAT(ended.out, HasSubstr("first 3"));
  EXPECT_THAT(ended.err, HasSubstr("what was done before is kept"));
  EXPECT_THAT(ended.out, HasSubstr("second 0")) << ended.err;
  EXPECT_EQ(dump_of((folder.path() / "after").string()), dump_of(workspace));
}

}  // namespace
}  // namespace planmark
