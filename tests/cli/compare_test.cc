// planmark compare on two editions that are written here: what it prints, and what it says of wrong names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const std::string& body) {
  return "<!doctype html><html><head><title>Plan</title></head><body><h1>Joint forward plan</h1>" + body +
         "</body></html>";
}

struct CompareTest : testing::Test {
  static void SetUpTestSuite() {
    made = new TemporaryFolder;
    const fs::path plans = made->path() / "plans";
    fs::create_directory(plans);
    ASSERT_TRUE(write_file(
        plans / "old.html",
        page_of("<p>Dr Ada Moss, Chief Nurse, is the executive lead for children and young people.</p>"
                "<p>Opening hours of the harbour clinic will be reviewed.</p>"
                "<p>We walk to school.</p>")));
    ASSERT_TRUE(
        write_file(plans / "new.html",
                   page_of("<p>We walk to school.</p>"
                           "<p>The post of executive lead for children and young people is vacant.</p>"
                           "<p>A <b>&lt;script&gt;</b> council meets in spring.</p>")));
    ASSERT_TRUE(write_file(plans / "norfolk.html", page_of("<p>The ferry runs on Sundays.</p>")));
    ASSERT_TRUE(write_file(plans / "merged.html", page_of("<p>The ferry runs on Mondays.</p>")));
    ASSERT_TRUE(write_file(plans / "manifest.csv",
                           "file,system,part,edition\nold.html,\"Ashmarsh, Elm and the Lyde\",plan,2023\n"
                           "new.html,\"Ashmarsh, Elm and the Lyde\",plan,2024\n"
                           "norfolk.html,QMM,plan,2025\nmerged.html,T6Y0W,plan,2026\n"));
    const Ended run = planmark_with({"run", plans.string(), "-w", workspace()});
    ASSERT_EQ(run.status, 0) << run.err;
  }
  static void TearDownTestSuite() { delete made; }
  static std::string workspace() { return (made->path() / "workspace").string(); }
  static Ended compare(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "compare");
    arguments.insert(arguments.end(), {"-w", workspace()});
    return planmark_with(arguments);
  }
  static TemporaryFolder* made;
};
TemporaryFolder* CompareTest::made = nullptr;

TEST_F(CompareTest, TellsWhatChangedAndWhichAnswersDid) {
  const Ended ended = compare({"old.html", "new.html"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_THAT(ended.out, AllOf(HasSubstr("Before  Ashmarsh, Elm and the Lyde, plan, 2023 (old.html)"),
                               HasSubstr("Comparable"), HasSubstr("DROPPED  page 1"),
                               HasSubstr("- Opening hours of the harbour clinic will be reviewed."),
                               HasSubstr("NEW  page 1"), HasSubstr("because of the text")));
  EXPECT_THAT(ended.out, Not(HasSubstr("walk to school"))) << "what moved is no change of content";
}

TEST_F(CompareTest, TakesSystemPartAndEdition) {
  const Ended by_file = compare({"old.html", "new.html", "--format", "json"});
  const Ended by_name = compare(
      {"Ashmarsh, Elm and the Lyde, plan, 2023", "ashmarsh, elm and the lyde,plan,2024", "--format", "json"});
  EXPECT_EQ(by_name.out, by_file.out);
  const auto json = nlohmann::json::parse(by_file.out);
  EXPECT_EQ(json["counts"]["dropped"], 1);
  EXPECT_EQ(json["same_content"], false);
  const auto lead = std::find_if(json["answers"].begin(), json["answers"].end(),
                                 [](const auto& answer) { return answer["question"] == "LEAD-01"; });
  ASSERT_NE(lead, json["answers"].end());
  EXPECT_EQ((*lead)["causes"], nlohmann::json({"text"})) << lead->dump();
  EXPECT_FALSE((*lead)["evidence"].empty());
}

TEST_F(CompareTest, ShowsOnlyWhatBearsOnAQuestionWhereAsked) {
  const Ended ended = compare({"old.html", "new.html", "--only-questions"});
  EXPECT_THAT(ended.out, AllOf(HasSubstr("LEAD-01"), Not(HasSubstr("harbour clinic"))));
}

TEST_F(CompareTest, ComparesASystemThatWasMergedWithWhatItWasMadeOfAndSaysSo) {
  const Ended ended = compare({"QMM, plan, 2025", "T6Y0W, plan, 2026", "--format", "json"});
  ASSERT_EQ(ended.status, 0) << ended.err;
  const auto json = nlohmann::json::parse(ended.out);
  EXPECT_EQ(json["comparable"]["verdict"], "partly comparable");
  EXPECT_THAT(json["comparable"]["because"].dump(), AllOf(HasSubstr("all of "), HasSubstr("2026-04-01")));
  EXPECT_EQ(json["comparable"]["base"],
            "The register has 42 systems in 2025 and 36 in 2026: the base falls by 6.");
  EXPECT_EQ(json["counts"]["reworded"], 1) << "the earlier text is there to compare with";
  EXPECT_THAT(compare({"norfolk.html", "merged.html"}).out, HasSubstr("the base falls by 6."));
}

TEST_F(CompareTest, WritesAPageThatHoldsNoMarkupOfTheDocuments) {
  const std::string file = (made->path() / "page.html").string();
  EXPECT_EQ(compare({"old.html", "new.html", "--html", file}).status, 0);
  const std::string page = read_file(file).value();
  EXPECT_THAT(page, AllOf(HasSubstr("&lt;script&gt; council"), Not(HasSubstr("<script")), HasSubstr("<del>"),
                          HasSubstr("href=\"./new.html#page=1\"")));
}

TEST_F(CompareTest, NamesWhatComesNearest) {
  const Ended edition = compare({"Ashmarsh, Elm and the Lyde, plan, 2022", "new.html"});
  EXPECT_EQ(edition.status, 2) << edition.err;
  EXPECT_THAT(edition.err, AllOf(HasSubstr("of that system there are"), HasSubstr("2023 (old.html)")));
  const Ended file = compare({"odl.html", "new.html"});
  EXPECT_EQ(file.status, 2) << file.err;
  EXPECT_THAT(file.err, HasSubstr("old.html"));
}

// What the draft of a question says, and its clause of borrowed text.
std::pair<std::string, std::string> drafted(const std::string& workspace, const std::string& question) {
  const Ended ended = planmark_with({"export", "drafts", "--format", "jsonl", "-w", workspace});
  std::istringstream lines(ended.out);
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    if (json["question"] != question) continue;
    for (const auto& clause : json["clauses"])
      if (clause["id"] == "BORROWED") return {json["answer"].dump(), clause["because"]};
    return {json["answer"].dump(), ""};
  }
  return {"no draft", ended.err};
}

TEST(BorrowedText, OfGuidanceByItselfEarnsNoYesWheneverTheGuidanceComes) {
  const TemporaryFolder folder;
  const std::string workspace = (folder.path() / "workspace").string();
  const std::string said =
      "<p>The Core20PLUS5 approach for children and young people names five clinical areas in which gaps "
      "will "
      "be closed.</p>";
  const std::string own = "<p>In Ashmarsh we use Core20PLUS5 to choose which children are seen first.</p>";
  const auto write = [&](const char* name, const std::string& body) {
    EXPECT_TRUE(write_file(folder.path() / name, body));
    return (folder.path() / name).string();
  };
  const std::string plan = write("plan.html", page_of(said + "<p>We walk to school.</p>"));
  const std::string other = write("other.html", page_of(said + own));
  const std::string guidance =
      write("guidance.html",
            "<!doctype html><html><head><title>Statutory guidance</title></head><body>"
            "<h1>Statutory guidance on health inequalities</h1>" +
                said + "</body></html>");
  const auto add = [&](const std::string& file, const char* system) {
    return planmark_with(
        {"add", file, "--system", system, "--part", "plan", "--edition", "2023", "-w", workspace});
  };
  ASSERT_EQ(add(plan, "Ashmarsh").status, 0);
  ASSERT_EQ(planmark_with({"run", plan, "-w", workspace}).status, 0);
  EXPECT_EQ(drafted(workspace, "INEQ-10"), std::pair(std::string("\"yes\""), std::string()));

  ASSERT_EQ(planmark_with({"run", guidance, "-w", workspace}).status, 0);
  const auto [answer, because] = drafted(workspace, "INEQ-10");
  EXPECT_EQ(answer, "\"no\"") << "though the plan was not of that run";
  EXPECT_THAT(because, AllOf(HasSubstr("national guidance"), HasSubstr("guidance.html")));
  EXPECT_THAT(planmark_with({"show", "plan.html", "-w", workspace}).out, HasSubstr("it stands in national"));
  EXPECT_THAT(planmark_with({"borrowed", "plan.html", "-w", workspace}).out, HasSubstr("drafted without"));

  EXPECT_THAT(planmark_with({"lexicon", "impact", "-w", workspace}).out, HasSubstr("0 drafts would change"))
      << "what is drafted to measure a change heeds the same";

  const std::string both = (folder.path() / "both").string();
  ASSERT_EQ(planmark_with({"run", guidance, other, "-w", both}).status, 0);
  ASSERT_EQ(
      planmark_with({"add", other, "--system", "Bray", "--part", "plan", "--edition", "2023", "-w", both})
          .status,
      0);
  EXPECT_EQ(drafted(both, "INEQ-10"), std::pair(std::string("\"yes\""), std::string()))
      << "its own words say so too";
}

}  // namespace
}  // namespace planmark
