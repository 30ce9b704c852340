// planmark watch against a server of the test's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

#include "base/file.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/web_server.h"

namespace planmark {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class WatchTest : public testing::Test {
 protected:
  std::vector<std::string> command(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"watch", list_, "-w", workspace()};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::vector<std::string> asking() const {
    return command({"--contact", "me@example.org", "--allow-private", "--delay", "0"});
  }
  std::string workspace() const { return (folder_.path() / "workspace").string(); }

  TemporaryFolder folder_;
  WebServer server_;
  std::string list_ =
      folder_.write("list.csv", "address,system\n" + server_.address("/plans") + ",Ashmarsh and the Lyde\n")
          .string();
};

TEST_F(WatchTest, KeepsWhatIsNewAndWhatHasVanishedStaysReadable) {
  const std::string sample = read_file(source_path("corpus/samples/ashmarsh__jfp__2023.pdf")).value();
  server_.set("/plans", {.body = "<!doctype html><a href=plan.pdf>Our plan</a>"});
  server_.set("/plan.pdf", {.body = sample, .headers = {{"ETag", "\"1\""}}});
  const Ended first = planmark_with(asking());
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr("new            " + server_.address("/plan.pdf")));
  EXPECT_THAT(first.out, HasSubstr("Ashmarsh and the Lyde; kept as "));
  EXPECT_THAT(first.out, HasSubstr("planmark run reads what is new."));

  const Ended second = planmark_with(asking());
  EXPECT_THAT(second.out, HasSubstr("Looked at 2 addresses: 2 the same"));

  server_.remove("/plan.pdf");
  const Ended third = planmark_with(asking());
  EXPECT_EQ(third.status, 0) << third.err;
  EXPECT_THAT(third.out, HasSubstr("vanished       " + server_.address("/plan.pdf")));
  EXPECT_EQ(planmark_with({"run", "-w", workspace(), "--no-ocr"}).status, 0);
  EXPECT_THAT(planmark_with({"show", "plan.pdf", "-w", workspace(), "--text"}).out, HasSubstr("Ashmarsh"));
  EXPECT_THAT(planmark_with({"list", "-w", workspace(), "--json"}).out,
              HasSubstr(server_.address("/plan.pdf")));
}

TEST_F(WatchTest, NamesWhatCouldNotBeLookedAt) {
  server_.set("/plans", {.status = 500});
  const Ended ended = planmark_with(asking());
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.out, HasSubstr("not looked at  " + server_.address("/plans")));
  EXPECT_THAT(ended.out, HasSubstr("the server answered 500"));
  std::vector<std::string> json = asking();
  json.push_back("--json");
  EXPECT_THAT(planmark_with(json).out,
              HasSubstr("{\"kind\":\"not looked at\",\"system\":\"Ashmarsh and the Lyde\""));
}

TEST_F(WatchTest, AsksNothingUnlessItMay) {
  const Ended dry = planmark_with(command({"--dry-run"}));
  EXPECT_EQ(dry.status, 0);
  EXPECT_EQ(dry.out, server_.address("/plans") + "\n");
  EXPECT_FALSE(std::filesystem::exists(workspace())) << "nothing is made";
  const struct {
    std::vector<std::string> options;
    int status;
    const char* said;
  } rows[] = {
      {{}, 2, "--contact"},
      {{"--contact", "nobody"}, 2, "no e-mail or web address"},
      {{"--contact", "me@example.org\r\nX: y"}, 2, "no e-mail or web address"},
      {{"--contact", "me@example.org", "--delay", "0"}, 2, "less than a second"},
      {{"--contact", "me@example.org", "--delay", "1"}, 1, ""},
  };
  for (const auto& row : rows) {
    const Ended ended = planmark_with(command(row.options));
    EXPECT_EQ(ended.status, row.status) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(row.said));
  }
  EXPECT_THAT(server_.asked(), IsEmpty()) << "an address of this machine is refused";
}

TEST_F(WatchTest, InterruptedGoesOn) {
  server_.set("/plans", {.body = "<!doctype html><a href=a.pdf>A</a><a href=b.pdf>B</a>"});
  server_.set("/a.pdf", {.body = "%PDF-1.4 a"});
  server_.set("/b.pdf", {.body = "%PDF-1.4 b"});
  // The delay of the site itself holds the second request back.
  server_.set("/robots.txt", {.body = "User-agent: *\nCrawl-delay: 100"});
  Running run(asking());
  ASSERT_TRUE(run.has_said("/plans\n"));
  run.send(SIGINT);
  EXPECT_EQ(run.wait().status, 130);
  server_.set("/robots.txt", {.body = ""});
  const Ended second = planmark_with(asking());
  EXPECT_EQ(second.status, 0) << second.err;
  EXPECT_THAT(second.err, HasSubstr("goes on with the round"));
  EXPECT_THAT(second.out, HasSubstr("3 addresses: 2 new, 1 the same"));
}

}  // namespace
}  // namespace planmark
