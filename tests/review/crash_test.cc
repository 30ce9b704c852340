// A process that is killed in the middle of its work, and one that works beside another.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "base/file.h"
#include "base/sha256.h"
#include "review/database.h"
#include "review/kept_files.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {
using std::chrono::microseconds;
using std::chrono::steady_clock;

class CrashTest : public WorkspaceFixture {
 protected:
  // What a run does, in small: whatever is not done yet. Gives false as soon as something fails.
  bool run(const std::filesystem::path& workspace_folder) const {
    auto workspace = Workspace::open(workspace_folder);
    if (!workspace) return false;
    for (const std::string& name : names_)
      if (!workspace->add_file(scratch_.path() / "in" / name)) return false;
    auto documents = workspace->documents(reader_1, lexicon_1);
    if (!documents) return false;
    for (const RegisteredDocument& known : *documents) {
      const Document document = sample_document(known.sha256);
      const Identity identity{"QHM", "plan", "2023", known.file_names.front(), ""};
      if (known.identity.part.empty() &&
          !workspace->set_identity(known.sha256, identity, IdentitySource::proposed,
                                   {{"part", "plan", "page 1", "plan"}}))
        return false;
      if (!known.extracted && !workspace->save_extraction(document, reader_1)) return false;
      if (!known.analyzed && !workspace->save_analysis(known.sha256, "plan", sample_analysis(document),
                                                       sample_rules(), lexicon_1))
        return false;
    }
    return true;
  }

  void SetUp() override {
    for (const std::string& name : names_) file(name, "bytes of " + name);
  }

  // Starts a run in a child and kills it when `after` has passed; true when it was killed in time.
  bool killed_run(const std::filesystem::path& workspace_folder, microseconds after) const {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(run(workspace_folder) ? 0 : 1);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
  }

  static void expect_sound(const std::filesystem::path& workspace_folder) {
    auto workspace = Workspace::open(workspace_folder);
    ASSERT_TRUE(workspace) << describe(workspace.error());
    Transaction look(workspace->database(), Transaction::Kind::read);
    Statement integrity = look.prepare("PRAGMA integrity_check");
    ASSERT_TRUE(integrity.with().next());
    EXPECT_EQ(integrity.text(0), "ok");
    Statement references = look.prepare("PRAGMA foreign_key_check");
    EXPECT_FALSE(references.with().next());
  }

  static std::string content(const std::filesystem::path& workspace_folder) {
    std::string files;
    const auto kept_files = files_below(workspace_folder / "files");
    for (const auto& kept : *kept_files)
      files += kept.filename().string() + ' ' + sha256_hex(read_file(kept).value()) + '\n';
    const auto workspace = Workspace::open(workspace_folder);
    return files + dump(*workspace);
  }

  const std::vector<std::string> names_{"a.pdf", "b.pdf", "c.pdf", "d.pdf"};
};

TEST_F(CrashTest, AKilledRunGoesOnToTheSameContent) {
  const auto start = steady_clock::now();
  ASSERT_TRUE(run(scratch_.path() / "undisturbed"));
  const auto whole = std::chrono::duration_cast<microseconds>(steady_clock::now() - start);
  const std::string expected = content(scratch_.path() / "undisturbed");

  constexpr int rounds = 40;
  int killed = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto at = scratch_.path() / ("killed-" + std::to_string(round));
    killed += killed_run(at, whole * round / rounds);
    expect_sound(at);
    ASSERT_TRUE(run(at));
    ASSERT_EQ(content(at), expected) << "killed in round " << round;
  }
  EXPECT_GT(killed, 0) << "every run ended before it could be killed";
}

TEST_F(CrashTest, RunsKilledAgainAndAgainComeToTheEnd) {
  ASSERT_TRUE(run(scratch_.path() / "undisturbed"));
  for (int round = 0; round < 20; ++round) killed_run(folder(), microseconds(500 * round));
  expect_sound(folder());
  ASSERT_TRUE(run(folder()));
  EXPECT_EQ(content(folder()), content(scratch_.path() / "undisturbed"));
}

TEST_F(CrashTest, TwoRunsAtOnceComeToTheSameContent) {
  ASSERT_TRUE(run(scratch_.path() / "undisturbed"));
  pid_t children[2];
  for (pid_t& child : children)
    if ((child = ::fork()) == 0) ::_exit(run(folder()) ? 0 : 1);
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "both wait for each other, neither fails";
  }
  EXPECT_EQ(content(folder()), content(scratch_.path() / "undisturbed"));
}

TEST_F(CrashTest, RemovesWhatADeadProcessLeftHalfWritten) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  const auto abandoned = file("cafe." + std::to_string(child) + ".part", "half");
  const auto under_way = file("cafe." + std::to_string(::getpid()) + ".part", "half");
  const auto others = file("notes.part", "not ours");
  remove_abandoned_parts(abandoned.parent_path());
  EXPECT_FALSE(std::filesystem::exists(abandoned));
  EXPECT_TRUE(std::filesystem::exists(under_way));
  EXPECT_TRUE(std::filesystem::exists(others));
}

}  // namespace
}  // namespace planmark
