// Rounds over an invented web: what is asked, what is kept, and what is told of it.
#include "watch/round.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/format.h"
#include "base/sha256.h"
#include "review/workspace.h"
#include "tests/support/temporary_folder.h"
#include "watch/finding.h"

namespace planmark {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

constexpr const char* page_address = "https://example.org/plans";

std::string pdf(const std::string& words) { return "%PDF-1.4\n" + words; }
std::string address(const std::string& name) { return "https://example.org/" + name; }

FetchReply page_of(const std::vector<std::string>& links) {
  std::string text = "<!doctype html><title>Our plans</title>";
  for (const std::string& link : links) text += "<p><a href='" + link + "'>A plan</a>";
  return {.status = 200, .bytes = text};
}

class RoundTest : public testing::Test {
 protected:
  // One whole round; what it found out but what stays the same, "kind address".
  std::vector<std::string> round(const std::vector<WatchEntry>& list) {
    auto workspace = Workspace::open(folder_.path() / "workspace");
    EXPECT_TRUE(workspace);
    asked_.clear();
    Visitor visitor([this](const FetchRequest& request) { return answer(request); }, manners_,
                    {.now = [this] { return time_; },
                     .sleep =
                         [this](milliseconds time) {
                           slept_ += time, time_ += time;
                           return true;
                         }});
    const RoundTools tools{.visitor = visitor,
                           .now = [] { return std::string("2026-03-02T10:00:00Z"); },
                           .tell = [](const std::string&) {},
                           .settled = [](const Identity& given) { return given; }};
    const auto begun = begin_round(*workspace, tools.now(), "2026-03-01T10:00:00Z");
    EXPECT_TRUE(begun);
    if (const auto looked = look_at_all(*workspace, list, *begun, tools); !looked) {
      EXPECT_EQ(looked.error().kind, ProblemKind::interrupted) << describe(looked.error());
      return {"interrupted"};
    }
    EXPECT_TRUE(end_round(*workspace, begun->number, tools.now()));
    findings_ = findings(sightings_of(*workspace, begun->number).value(),
                         sightings_before(*workspace, begun->number).value());
    std::vector<std::string> told;
    for (const WebFinding& finding : findings_)
      if (finding.kind != WebFinding::Kind::same)
        told.push_back(format("{} {}", name_of(finding.kind), finding.address));
    return told;
  }
  std::vector<std::string> round() { return round({{.address = parse_address(page_address).value()}}); }

  Result<FetchReply> answer(const FetchRequest& request) {
    asked_.push_back(request.address.text + (request.etag.empty() ? "" : " if not " + request.etag));
    if (static_cast<int>(asked_.size()) == interrupt_at_)
      return failure(ProblemKind::interrupted, "interrupted");
    const auto found = web_.find(request.address.text);
    if (found == web_.end()) return FetchReply{.status = 404};
    if (found->second.status == 0) return failure(ProblemKind::not_found, "no answer: nobody is there");
    if (!request.etag.empty() && request.etag == found->second.etag) return FetchReply{.status = 304};
    return found->second;
  }

  void put(const std::string& at, const std::string& bytes) {
    web_[at] = {.status = 200, .bytes = bytes, .etag = '"' + sha256_hex(bytes).substr(0, 6) + '"'};
  }

  Workspace workspace() { return std::move(*Workspace::open(folder_.path() / "workspace")); }

  TemporaryFolder folder_;
  std::map<std::string, FetchReply> web_;
  std::vector<std::string> asked_;
  std::vector<WebFinding> findings_;
  Manners manners_;
  int interrupt_at_ = 0;
  std::chrono::steady_clock::time_point time_{std::chrono::hours(1)};
  milliseconds slept_{0};
};

TEST_F(RoundTest, TellsNewThenSameThenChangedThenVanished) {
  web_[page_address] = page_of({"a.pdf", "b.pdf"});
  put(address("a.pdf"), pdf("first"));
  put(address("b.pdf"), pdf("second"));
  EXPECT_THAT(round(), ElementsAre("new https://example.org/a.pdf", "new https://example.org/b.pdf"));
  EXPECT_THAT(asked_, ElementsAre("https://example.org/robots.txt", page_address, address("a.pdf"),
                                  address("b.pdf")));
  EXPECT_EQ(slept_, milliseconds(3 * 5000)) << "between four requests to one host";

  EXPECT_THAT(round(), ElementsAre());
  EXPECT_THAT(asked_[2], HasSubstr("a.pdf if not"));

  put(address("a.pdf"), pdf("first, corrected"));
  web_.erase(address("b.pdf"));
  EXPECT_THAT(round(),
              ElementsAre("changed https://example.org/a.pdf", "vanished https://example.org/b.pdf"));
  EXPECT_EQ(findings_[1].before, sha256_hex(pdf("first")));
  EXPECT_THAT(round(), ElementsAre()) << "what has been told is not told again";

  const std::string gone = sha256_hex(pdf("second"));
  EXPECT_EQ(read_file(workspace().kept_file(gone)).value(), pdf("second")) << "it stays readable here";
  put(address("b.pdf"), pdf("second"));
  EXPECT_THAT(round(), ElementsAre("returned https://example.org/b.pdf"));
}

TEST_F(RoundTest, TellsAMoveFromAVanishing) {
  web_[page_address] = page_of({"a.pdf"});
  put(address("a.pdf"), pdf("plan"));
  round();
  web_[page_address] = page_of({"archive/a.pdf"});
  web_.erase(address("a.pdf"));
  put(address("archive/a.pdf"), pdf("plan"));
  EXPECT_THAT(round(), ElementsAre("moved https://example.org/archive/a.pdf"));
  EXPECT_EQ(findings_[1].from, address("a.pdf"));
  EXPECT_EQ(findings_[1].to, address("archive/a.pdf"));

  // The next edition takes the old address, and the old one goes to the archive.
  put(address("archive/a.pdf"), pdf("next plan"));
  put(address("archive/2023.pdf"), pdf("plan"));
  web_[page_address] = page_of({"archive/a.pdf", "archive/2023.pdf"});
  EXPECT_THAT(round(), ElementsAre("changed https://example.org/archive/a.pdf",
                                   "moved https://example.org/archive/2023.pdf"));

  web_[page_address] = page_of({"archive/a.pdf", "archive/2023.pdf", "copy.pdf"});
  put(address("copy.pdf"), pdf("plan"));
  EXPECT_THAT(round(), ElementsAre("also at https://example.org/copy.pdf"));
  web_.erase(address("archive/2023.pdf"));
  EXPECT_THAT(round(), ElementsAre("moved https://example.org/archive/2023.pdf"))
      << "it is still at copy.pdf";
  EXPECT_EQ(findings_[2].to, address("copy.pdf"));
}

TEST_F(RoundTest, TellsAPermanentRedirectToAnotherPlaceAndNoOther) {
  put(address("real.pdf"), pdf("plan"));
  put(address("other.pdf"), pdf("plan"));
  const std::vector<WatchEntry> list = {{.address = parse_address(address("a")).value()}};
  web_[address("a")] = {.status = 301, .location = "/real.pdf"};
  EXPECT_THAT(round(list), ElementsAre("new https://example.org/a"));
  web_[address("a")] = {.status = 308, .location = "/other.pdf"};
  EXPECT_THAT(round(list), ElementsAre("moved https://example.org/a"));
  EXPECT_EQ(findings_[0].from, address("real.pdf"));
  EXPECT_EQ(findings_[0].to, address("other.pdf"));

  web_[address("a")] = {.status = 302, .location = "/real.pdf"};
  round(list);
  web_[address("a")] = {.status = 302, .location = "/other.pdf"};
  EXPECT_THAT(round(list), ElementsAre());
}

TEST_F(RoundTest, NeverTakesAFailureForAVanishing) {
  const std::vector<std::string> names = {"busy.pdf", "silent.pdf", "page.pdf", "empty.pdf",
                                          "zip.pdf",  "loop.pdf",   "down.pdf"};
  web_[page_address] = page_of(names);
  for (const std::string& name : names) put(address(name), pdf(name));
  EXPECT_EQ(round().size(), names.size());
  web_[address("busy.pdf")] = {.status = 500};
  web_[address("silent.pdf")] = {.status = 0};
  web_[address("page.pdf")] = {.status = 200, .bytes = "<!doctype html><p>Page not found"};
  web_[address("empty.pdf")] = {.status = 200};
  web_[address("zip.pdf")] = {.status = 200, .bytes = "Rar!\x1A\x07"};
  web_[address("loop.pdf")] = {.status = 301, .location = "/loop.pdf"};
  web_[address("down.pdf")] = {.status = 301, .location = "http://example.org/down.pdf"};
  std::vector<std::string> expected;
  for (const std::string& name : names) expected.push_back("not looked at " + address(name));
  EXPECT_EQ(round(), expected);
  for (const std::string& name : names) put(address(name), pdf(name));
  EXPECT_THAT(round(), ElementsAre()) << "against what was last known";
}

TEST_F(RoundTest, KeepsToRobots) {
  web_[address("robots.txt")] = {.status = 200,
                                 .bytes = "User-agent: *\nDisallow: /private\nCrawl-delay: 30"};
  web_[page_address] = page_of({"private/a.pdf", "a.pdf", "https://other.example.com/b.pdf"});
  put(address("a.pdf"), pdf("a"));
  put(address("private/a.pdf"), pdf("p"));
  put("https://other.example.com/b.pdf", pdf("b"));
  web_["https://other.example.com/robots.txt"] = {.status = 503};
  EXPECT_THAT(round(),
              ElementsAre("not looked at https://example.org/private/a.pdf", "new https://example.org/a.pdf",
                          "not looked at https://other.example.com/b.pdf"));
  EXPECT_THAT(asked_, testing::Not(testing::Contains(address("private/a.pdf"))));
  EXPECT_EQ(slept_, milliseconds(60'000)) << "as long as the site asks for, once it has";
}

TEST_F(RoundTest, LeavesAHostAloneThatAsksForItOrIsSilent) {
  web_[page_address] = page_of({"a.pdf", "b.pdf", "c.pdf"});
  for (const char* name : {"a.pdf", "b.pdf", "c.pdf"}) put(address(name), pdf(name));
  web_[address("a.pdf")] = {.status = 429};
  EXPECT_THAT(round(), ElementsAre("not looked at https://example.org/a.pdf",
                                   "not looked at https://example.org/b.pdf",
                                   "not looked at https://example.org/c.pdf"));
  EXPECT_EQ(asked_.size(), 3U);
  EXPECT_THAT(findings_[2].problem, HasSubstr("left alone"));

  web_[page_address] = page_of({"1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"});
  for (const char* name : {"1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"}) web_[address(name)] = {.status = 0};
  round();
  EXPECT_EQ(asked_.size(), 5U) << "robots, page and three that had no answer";
}

TEST_F(RoundTest, GoesOnWhereItWasStopped) {
  web_[page_address] = page_of({"a.pdf", "b.pdf"});
  put(address("a.pdf"), pdf("a"));
  put(address("b.pdf"), pdf("b"));
  interrupt_at_ = 4;  // robots, page, a.pdf
  EXPECT_THAT(round(), ElementsAre("interrupted"));
  interrupt_at_ = 0;
  EXPECT_THAT(round(), ElementsAre("new https://example.org/a.pdf", "new https://example.org/b.pdf"));
  EXPECT_THAT(asked_, ElementsAre("https://example.org/robots.txt", address("b.pdf")));
  EXPECT_THAT(round(), ElementsAre());
}

TEST_F(RoundTest, KnowsWhatAPageOnceLinkedTo) {
  web_[page_address] = page_of({"a.pdf"});
  put(address("a.pdf"), pdf("a"));
  round();
  web_[page_address] = page_of({});
  EXPECT_THAT(round(), ElementsAre());
  EXPECT_THAT(asked_, testing::Contains(HasSubstr("a.pdf")));
  web_.erase(address("a.pdf"));
  web_.erase(page_address);
  EXPECT_THAT(round(),
              ElementsAre("vanished https://example.org/plans", "vanished https://example.org/a.pdf"));
}

TEST_F(RoundTest, AsksAnewForWhatIsNotKeptAnyMore) {
  web_[page_address] = page_of({"a.pdf"});
  put(address("a.pdf"), pdf("a"));
  round();
  const auto kept = workspace().kept_file(sha256_hex(pdf("a")));
  std::filesystem::remove(kept);
  EXPECT_THAT(round(), ElementsAre());
  EXPECT_EQ(read_file(kept).value(), pdf("a"));
}

TEST_F(RoundTest, SaysWhatTheDocumentIs) {
  const auto entry = [](const std::string& name, bool document) {
    return WatchEntry{.address = parse_address(address(name)).value(),
                      .given = {"Ashmarsh", "plan", "2023", "", ""},
                      .document = document};
  };
  const std::string html = "<!doctype html><h1>Our plan</h1>";
  put(address("a.pdf"), pdf("a"));
  web_[address("b.html")] = {.status = 200, .bytes = html};
  EXPECT_THAT(round({entry("a.pdf", false), entry("b.html", true), entry("c.pdf", false)}),
              ElementsAre("new https://example.org/a.pdf", "new https://example.org/b.html",
                          "not there https://example.org/c.pdf"));
  const Identity said = workspace().identity(sha256_hex(pdf("a"))).value();
  EXPECT_EQ(said, (Identity{"Ashmarsh", "plan", "2023", "", address("a.pdf")}));
  EXPECT_EQ(workspace().find_document("b.html").value(), sha256_hex(html));

  put(address("a.pdf"), pdf("a of another year"));
  round({entry("a.pdf", false)});
  EXPECT_EQ(workspace().identity(sha256_hex(pdf("a of another year")))->edition, "") << "it is asked itself";
}

TEST_F(RoundTest, NeverOverrulesWhatAPersonSaid) {
  put(address("a.pdf"), pdf("a"));
  Workspace before = workspace();
  const std::string sha256 = before.add_file(folder_.write("x.pdf", pdf("a"))).value();
  ASSERT_TRUE(before.set_identity(sha256, {"Calderwick", "", "", "", ""}, IdentitySource::manifest, {}));
  EXPECT_THAT(
      round({{.address = parse_address(address("a.pdf")).value(), .given = {"Ashmarsh", "", "", "", ""}}}),
      ElementsAre())
      << "the workspace had it";
  EXPECT_EQ(workspace().identity(sha256)->system, "Calderwick");
}

}  // namespace
}  // namespace planmark
