// What the desk saves, and what it shows before and after.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/format.h"
#include "base/sha256.h"
#include "extract/markup_document.h"
#include "review/assignment.h"
#include "review/record.h"
#include "review/reply.h"
#include "review/sampling.h"
#include "tests/workbench/running_bench.h"
#include "workbench/clock.h"

namespace planmark {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<Decision> decisions_of(const RunningBench& bench) {
  const auto workspace = Workspace::open_existing(bench.workspace()).value();
  return decisions(workspace, workspace.find_document(bench.document()).value()).value();
}

TEST(Desk, SavesAConfirmationWithItsQuoteOnceHoweverOftenItIsSent) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string place = format("{}-{}", bench.quote().begin, bench.quote().end);
  const std::string form = bench.desk_fields(person) + "&action=confirm&verdict." + place + "=accepted";
  const Answered first = bench.post(bench.desk(), form, person, "Accept: application/json\r\n");
  EXPECT_EQ(first.status, 200) << first.body;
  EXPECT_THAT(first.body, HasSubstr("\"repeated\":false"));
  EXPECT_THAT(bench.post(bench.desk(), form, person, "Accept: application/json\r\n").body,
              HasSubstr("\"repeated\":true"));
  const auto made = decisions_of(bench);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().answer, "Yes");
  ASSERT_EQ(made.front().quotes.size(), 1U);
  EXPECT_EQ(made.front().quotes.front().verdict, Verdict::accepted);
  EXPECT_THAT(made.front().quotes.front().quote, HasSubstr("listen to 30 children"));
  EXPECT_THAT(bench.get(bench.desk(), person).body, HasSubstr("You answered <strong>Yes</strong>"));
}

void assign_second_mark(const RunningBench& bench, const char* person) {
  auto workspace = Workspace::open_existing(bench.workspace()).value();
  const std::string sha256 = workspace.find_document(bench.document()).value();
  const RuleBook rules = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons", Trial::skip).value();
  const auto given = assign(workspace, rules, {{.sha256 = sha256, .person = person, .mark = Mark::second}},
                            {"coordinator", time_stamp_in(std::chrono::seconds(0))});
  ASSERT_TRUE(given) << describe(given.error());
}

struct Refused {
  const char* what;
  const char* fields;
  const char* why;
};

TEST(Desk, RefusesAnAnswerWithoutWhatItNeeds) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const Refused table[] = {
      {"Yes without a quote", "&action=confirm", "quote"},
      {"a change without a reason", "&action=change&answer=No", "reason"},
      {"an answer that the question does not have", "&action=change&answer=Perhaps&reason=x", "Perhaps"},
      {"no action", "", "action"},
  };
  for (const Refused& refused : table) {
    const Answered answer = bench.post(bench.desk(), bench.desk_fields(person) + refused.fields, person,
                                       "Accept: application/json\r\n");
    EXPECT_EQ(answer.status, 422) << refused.what;
    EXPECT_THAT(answer.body, HasSubstr(refused.why)) << refused.what;
  }
  EXPECT_TRUE(decisions_of(bench).empty());
}

TEST(Desk, SaysWhenAnotherTabSavedInBetween) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string one = bench.desk_fields(person), other = bench.desk_fields(person);
  const std::string json = "Accept: application/json\r\n";
  EXPECT_THAT(bench.post(bench.desk(), one + "&action=cannot+tell", person, json).body,
              HasSubstr("\"overlooked\":[]"));
  EXPECT_THAT(bench.post(bench.desk(), other + "&action=change&answer=No&reason=x", person, json).body,
              HasSubstr("\"overlooked\":[\"1\"]"));
  EXPECT_EQ(decisions_of(bench).size(), 2U);
}

TEST(Desk, HidesTheDraftUntilThePersonHasAnsweredWhereTheSampleSaysSo) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  {
    auto workspace = Workspace::open_existing(bench.workspace()).value();
    ASSERT_TRUE(set_sample(workspace, Sample::before_draft, {"seed", 1.0}, "a test",
                           {"coordinator", time_stamp_in(std::chrono::seconds(0))}));
  }
  EXPECT_THAT(bench.get(bench.desk(), person).body, Not(HasSubstr("draft-answer")));
  EXPECT_THAT(bench.get(bench.desk(), person).body, Not(HasSubstr("because")));
  const std::string form = bench.desk_fields(person) + "&action=answer&answer=No";
  EXPECT_EQ(bench.post(bench.desk(), form, person).status, 303);
  EXPECT_FALSE(decisions_of(bench).front().draft_shown);
  EXPECT_THAT(bench.get(bench.desk(), person).body, HasSubstr("draft-answer"));
}

TEST(Desk, ASecondMarkerSeesNeitherDraftNorFirstAnswerAnywhere) {
  const RunningBench bench;
  const std::string first = bench.signed_in("quentin", "reviewer"),
                    second = bench.signed_in("bea", "reviewer");
  const std::string json = "Accept: application/json\r\n";
  const Answered saved = bench.post(
      bench.desk(), bench.desk_fields(first) + "&action=change&answer=No&reason=zebra", first, json);
  ASSERT_EQ(saved.status, 200) << saved.body;
  assign_second_mark(bench, "bea");
  const std::string place = bench.document() + "/" + RunningBench::question;
  for (const std::string& path :
       {"/desk/" + place, "/desk/" + bench.document() + "/list",
        std::string("/question/") + RunningBench::question, "/record/" + place,
        "/api/v1/documents/" + bench.document() + "/answers/" + RunningBench::question,
        "/api/v1/documents/" + bench.document() + "/answers/" + RunningBench::question + "/record"}) {
    const std::string body = bench.get(path, second).body;
    for (const char* secret : {"zebra", "draft-answer", "because", "<strong>No</strong>", "quentin"})
      EXPECT_THAT(body, Not(HasSubstr(secret))) << path;
  }
  const Answered other =
      bench.post(bench.desk(),
                 bench.desk_fields(second) + "&action=answer&answer=To+some+extent&added=" +
                     format("{}-{}", bench.quote().begin, bench.quote().end),
                 second, json);
  EXPECT_EQ(other.status, 200) << other.body;
  EXPECT_EQ(decisions_of(bench).back().mark, Mark::second);
}

TEST(Desk, AnAdjudicatorSeesTheDraftWithoutBoxesThatTakeClausesAway) {
  const RunningBench bench;
  const std::string first = bench.signed_in("ada", "reviewer"), second = bench.signed_in("bea", "reviewer");
  EXPECT_THAT(bench.get(bench.desk(), first).body, HasSubstr("name=\"untick\""));
  EXPECT_EQ(
      bench.post(bench.desk(), bench.desk_fields(first) + "&action=change&answer=No&reason=x", first).status,
      303);
  assign_second_mark(bench, "bea");
  EXPECT_EQ(bench
                .post(bench.desk(),
                      bench.desk_fields(second) + "&action=answer&answer=To+some+extent&added=" +
                          format("{}-{}", bench.quote().begin, bench.quote().end),
                      second)
                .status,
            303);
  const Answered page = bench.get("/adjudicate/" + bench.document() + "/" + RunningBench::question,
                                  bench.signed_in("cia", "adjudicator"));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("draft-answer"));
  EXPECT_THAT(page.body, Not(HasSubstr("untick")));
}

TEST(Replies, APackIsAWordDocumentWhereThatIsAskedForAndItsHashIsKept) {
  const RunningBench bench;
  const std::string cookie = bench.signed_in("cora", "coordinator");
  const std::string form = "form_key=" + bench.form_key("/replies", cookie) +
                           "&system=%3Cscript%3Ealert%28%27system%27%29%3C%2Fscript%3E&kind=";
  const Answered word = bench.post("/replies/pack", form + "word", cookie);
  ASSERT_EQ(word.status, 200) << word.body;
  EXPECT_THAT(word.head, HasSubstr("filename=\"reply-pack-1.docx\""));
  EXPECT_TRUE(word.body.starts_with("PK"));
  const Answered html = bench.post("/replies/pack", form + "html", cookie);
  EXPECT_THAT(html.head, HasSubstr("filename=\"reply-pack-2.html\""));
  const auto sent = packs(Workspace::open_existing(bench.workspace()).value()).value();
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].sha256, sha256_hex(word.body));
  EXPECT_EQ(sent[1].sha256, sha256_hex(html.body));
}

std::string add_document(const RunningBench& bench, const std::string& name, const std::string& text) {
  auto workspace = Workspace::open_existing(bench.workspace()).value();
  const auto file = bench.workspace() / name;
  EXPECT_TRUE(write_file(file, "%PDF-1.4 " + name));
  Document document = document_from_markup(text);
  document.sha256 = workspace.add_file(file).value();
  EXPECT_TRUE(workspace.save_extraction(document, {"test", "test"}));
  return document.sha256;
}

// An edition of 2023 of the bench's document, with the same system.
std::string add_earlier_edition(const RunningBench& bench, const std::string& text) {
  std::string sha256 = add_document(bench, "earlier.pdf", text);
  auto workspace = Workspace::open_existing(bench.workspace()).value();
  Identity identity = workspace.identity(workspace.find_document(bench.document()).value()).value();
  identity.edition = "2023";
  EXPECT_TRUE(workspace.set_identity(sha256, identity, IdentitySource::person, {}));
  return sha256;
}

// As an earlier version drafted it.
void save_draft(Workspace& workspace, const std::string& sha256, const char* question, const char* answer) {
  static const RuleBook rules = load_rule_book(PLANMARK_SOURCE_DIR "/lexicons", Trial::skip).value();
  Analysis analysis;
  analysis.drafts.push_back({});
  analysis.drafts[0].question = question;
  analysis.drafts[0].answer.value = answer;
  analysis.drafts[0].reason = "It says so.";
  ASSERT_TRUE(workspace.save_analysis(sha256, "plan", analysis, rules, {"older", rules.hash, "72", "2022"}));
}

TEST(Changes, AreShownAgainstTheEarlierEditionAsText) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string address = "/changes/" + bench.document();
  EXPECT_THAT(bench.get(address, person).body, HasSubstr("no earlier edition"));
  add_earlier_edition(bench, "We will <script>alert('old')</script> close the harbour clinic.");
  const Answered page = bench.get(address, person);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_THAT(page.body, HasSubstr("close the harbour clinic"));
  EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page.body, HasSubstr("<strong>dropped</strong>"));
  EXPECT_THAT(page.body, HasSubstr("bears on POP-02"));
}

TEST(Changes, AreNotOfTheTextWhereGuidanceThatCameSinceSaysWhatTheAnswerRestedOn) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer"), address = "/changes/" + bench.document();
  const std::string said =
      "The Core20PLUS5 approach for children and young people names five clinical areas in which gaps will "
      "be "
      "closed.\n";
  const std::string earlier = add_earlier_edition(bench, said);
  auto workspace = Workspace::open_existing(bench.workspace()).value();
  save_draft(workspace, earlier, "INEQ-10", "yes");
  save_draft(workspace, workspace.find_document(bench.document()).value(), "INEQ-10", "no");
  EXPECT_THAT(bench.get(address, person).body, HasSubstr("<td>yes</td><td>no</td><td>text</td>"));
  const std::string guidance = add_document(bench, "guidance.pdf", said);
  ASSERT_TRUE(workspace.set_identity(guidance, {"", "other", "", "", ""}, IdentitySource::proposed,
                                     {{"part", "other", "page 1", "Statutory guidance"},
                                      {"kind", "guidance", "page 1", "Statutory guidance"}}));
  EXPECT_THAT(bench.get(address, person).body, HasSubstr("<td>yes</td><td>no</td><td>rules</td>"));
}

TEST(Changes, TellASecondMarkerNeitherAnswersNorWhatTheyRestOn) {
  const RunningBench bench;
  const std::string second = bench.signed_in("bo", "reviewer");
  add_earlier_edition(bench, "We will close the harbour clinic.");
  assign_second_mark(bench, "bo");
  const Answered page = bench.get("/changes/" + bench.document() + "?only=questions", second);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_THAT(page.body, HasSubstr("close the harbour clinic"));
  EXPECT_THAT(page.body, Not(HasSubstr("POP-02")));
  EXPECT_THAT(page.body, Not(HasSubstr("Answers that changed")));
}

TEST(Desk, TheNextQuestionIsTheNextThatIsAssigned) {
  const RunningBench bench;
  const std::string bea = bench.signed_in("bea", "reviewer"), cora = bench.signed_in("cora", "coordinator");
  {
    auto workspace =
        Workspace::open_existing(bench.workspace()).value();  // the question is one of strategies
    const std::string sha256 = workspace.find_document(bench.document()).value();
    ASSERT_TRUE(
        workspace.set_identity(sha256, {"Wexmoor", "strategy", "2024", "", ""}, IdentitySource::person, {}));
  }
  const std::string form = "form_key=" + bench.form_key("/progress", cora);
  const Answered given = bench.post("/progress/sample", form + "&sample=second&share=100&seed=s", cora);
  EXPECT_EQ(given.status, 200);
  EXPECT_THAT(given.body, HasSubstr("in 1 document given out"));
  EXPECT_THAT(given.body, HasSubstr("<td class=\"second-markers\">bea</td>"));
  EXPECT_THAT(bench.get("/", bea).body, HasSubstr("questions: second mark"));
  EXPECT_THAT(bench.get("/desk/" + bench.document(), bea).head, HasSubstr("Location: " + bench.desk()));
  const std::string desk = bench.get(bench.desk(), bea).body;
  EXPECT_THAT(desk, HasSubstr("You mark this as the second person"));
  EXPECT_THAT(desk, HasSubstr("1 of 1"));
  const Answered picked = bench.post("/progress/second", form + "&document=" + bench.document(), cora);
  EXPECT_THAT(picked.body, HasSubstr("There is nothing new to be marked a second time"));
  EXPECT_EQ(bench.post("/progress/second", form, cora).status, 422) << "none is ticked";
}

TEST(Desk, APageWithoutAPictureIsReadAsTextWithItsQuotesMarked) {
  const RunningBench bench;
  const std::string person = bench.signed_in("ada", "reviewer");
  const std::string marked =
      format("<mark class=\"box for\" data-span=\"{0}-{1}\" data-begin=\"{0}\">We will &lt;img src=x",
             bench.quote().begin, bench.quote().end);
  for (const std::string& path : {bench.desk(), bench.desk() + "/page?page=1", bench.desk() + "?view=text"}) {
    const std::string body = bench.get(path, person).body;
    EXPECT_THAT(body, HasSubstr(marked)) << path;
    EXPECT_THAT(body, HasSubstr("<div class=\"is-heading\"><span data-begin=\"0\">&lt;script&gt;")) << path;
    EXPECT_THAT(body, Not(HasSubstr("<image"))) << path;
  }
}

}  // namespace
}  // namespace planmark
