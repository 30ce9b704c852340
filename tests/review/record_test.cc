#include "review/record.h"

#include <thread>

#include "base/format.h"
#include "review/comment.h"
#include "review/database.h"
#include "review/event.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class RecordTest : public WorkspaceFixture {
 protected:
  static std::optional<Decision> standing_in(const Workspace& workspace, const std::string& sha256) {
    const auto found = standing(workspace, sha256, "COP-01");
    EXPECT_TRUE(found);
    return found.value_or(std::nullopt);
  }

  static Decision confirmation(const std::string& sha256) {
    Decision decision;
    decision.sha256 = sha256;
    decision.question = "COP-01";
    decision.person = "A. Reviewer";
    decision.at = "2026-03-01T10:00:00Z";
    decision.action = "confirm";
    decision.quotes = {accepted(sha256)};
    return decision;
  }

  static MarkedQuote accepted(const std::string& sha256) {
    const Span span = sample_analysis(sample_document(sha256)).drafts.front().evidence.front().span;
    return {Verdict::accepted, 2, span, "We listened to young people.", ""};
  }

  static Decision change_to(const std::string& sha256, const char* answer) {
    Decision change = confirmation(sha256);
    change.action = "change";
    change.answer = answer;
    change.reason = "only one \"group\"\nwas asked";
    return change;
  }

  static Decision by(Decision decision, const char* person, Mark mark, const char* answer) {
    decision.person = person;
    decision.mark = mark;
    decision.action = "answer";
    decision.answer = answer;
    decision.draft_shown = mark == Mark::adjudication;
    if (mark == Mark::adjudication) decision.reason = "the second reading is right";
    return decision;
  }

  static Result<Decision> record(Workspace& workspace, const Decision& decision) {
    return record_decision(workspace, sample_rules(), decision).map([](auto done) { return done.decision; });
  }
};

TEST_F(RecordTest, KeepsTheDraftThatWasDecidedOn) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const auto recorded = record(workspace, confirmation(sha256));
  ASSERT_TRUE(recorded) << describe(recorded.error());
  EXPECT_EQ(recorded->number, 1);
  EXPECT_EQ(recorded->answer, "Yes");
  EXPECT_EQ(recorded->draft_answer, "Yes");
  EXPECT_EQ(recorded->draft_version, lexicon_1);

  Document document = sample_document(sha256);
  Analysis other = sample_analysis(document);
  other.drafts.front().answer.value = "No";
  other.drafts.front().evidence.clear();
  ASSERT_TRUE(workspace.save_analysis(sha256, "plan", other, sample_rules(), lexicon_2));
  EXPECT_EQ(standing_in(workspace, sha256), *recorded) << "re-drafting changes nothing";
  const Decision second = record(workspace, change_to(sha256, "To some extent")).value();
  EXPECT_EQ(second.number, 2);
  EXPECT_EQ(second.draft_answer, "No");
  EXPECT_EQ(second.draft_version, lexicon_2);
  EXPECT_EQ(standing_in(workspace, sha256), second);
  EXPECT_EQ(decisions(workspace, sha256), (std::vector<Decision>{*recorded, second}));
  EXPECT_EQ(decisions(workspace, sha256, "COP-02"), std::vector<Decision>());
}

TEST_F(RecordTest, OutlivesTheDraftAndTheText) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const Decision decision = record(workspace, confirmation(sha256)).value();
  ASSERT_TRUE(workspace.save_refusal(sha256, {ProblemKind::damaged, "no pages", "", ""}, reader_1));
  EXPECT_EQ(standing_in(workspace, sha256), decision);
  EXPECT_NE(dump(workspace).find("decision_evidence: 1,'against',1"), std::string::npos) << dump(workspace);
}

TEST_F(RecordTest, ADraftAloneNeverStands) {
  Workspace workspace = open();
  EXPECT_EQ(standing_in(workspace, add_drafted(workspace)), std::nullopt);
}

TEST_F(RecordTest, SavingTwiceIsTheSameThing) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  Decision decision = confirmation(sha256);
  decision.key = "tab-1/7";
  const auto once = record_decision(workspace, sample_rules(), decision);
  ASSERT_TRUE(once) << describe(once.error());
  EXPECT_FALSE(once->repeated);
  decision.at = "2026-03-01T10:00:09Z";
  const auto again = record_decision(workspace, sample_rules(), decision);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->decision, once->decision);
  EXPECT_EQ(decisions(workspace, sha256)->size(), 1u);
  EXPECT_EQ(events(workspace, {.kind = "decision"})->size(), 1u);

  decision.comment = "something else under the same key";
  const auto other = record(workspace, decision);
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().what.find("used for another"), std::string::npos) << other.error().what;
}

TEST_F(RecordTest, ManyWhoSaveTheSameThingAtOnceSaveItOnce) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  Decision decision = confirmation(sha256);
  decision.key = "one";
  std::vector<std::int64_t> numbers(8);
  std::vector<std::thread> clients;
  for (std::int64_t& number : numbers)
    clients.emplace_back([&] {
      Workspace own = open();
      const auto done = record(own, decision);
      number = done ? done->number : -1;
      Decision other = decision;
      other.key = format("of {}", &number - numbers.data());
      EXPECT_TRUE(record(own, other));
    });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(numbers, std::vector<std::int64_t>(8, numbers.front()));
  EXPECT_EQ(decisions(workspace, sha256)->size(), 1 + 8u) << "none lost, none doubled";
}

TEST_F(RecordTest, SaysWhatCameInBetweenFromAnotherTab) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const auto save = [&](const char* person, std::int64_t seen) {
    Decision decision = confirmation(sha256);
    decision.person = person;
    decision.supersedes = seen;
    const auto done = record_decision(workspace, sample_rules(), decision);
    EXPECT_TRUE(done);
    return done ? done->overlooked : std::vector<std::int64_t>();
  };
  using Numbers = std::vector<std::int64_t>;
  EXPECT_EQ(save("ada", 0), Numbers());   // 1
  EXPECT_EQ(save("ben", 0), Numbers());   // 2: of another person
  EXPECT_EQ(save("ada", 1), Numbers());   // 3
  EXPECT_EQ(save("ada", 1), Numbers{3});  // 4: a tab that had not seen 3
  EXPECT_EQ(standing_in(workspace, sha256)->number, 4) << "recorded all the same";
}

TEST_F(RecordTest, WhatStandsIsTheAdjudicationOrTheLastFirstMark) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const Decision base = confirmation(sha256);
  ASSERT_TRUE(record(workspace, by(base, "ben", Mark::second, "To some extent")));
  EXPECT_EQ(standing_in(workspace, sha256), std::nullopt) << "a second mark alone never stands";
  ASSERT_TRUE(record(workspace, by(base, "ada", Mark::first, "Yes")));
  EXPECT_EQ(standing_in(workspace, sha256)->answer, "Yes");
  EXPECT_EQ(standing_in(workspace, sha256)->draft_answer, "Yes") << "kept although it was not shown";
  const auto adjudicated = record(workspace, by(base, "cyd", Mark::adjudication, "To some extent"));
  ASSERT_TRUE(adjudicated) << describe(adjudicated.error());
  EXPECT_EQ(adjudicated->second_mark, 1);
  EXPECT_EQ(adjudicated->first_mark, 2);
  ASSERT_TRUE(record(workspace, by(base, "ada", Mark::first, "No")));
  EXPECT_EQ(standing_in(workspace, sha256), *adjudicated);
  EXPECT_EQ(standing_answers(workspace, sha256), std::vector<Decision>{*adjudicated});

  for (const auto& [person, mark] : {std::pair("ada", Mark::second), std::pair("ben", Mark::first),
                                     std::pair("ben", Mark::adjudication), std::pair("cyd", Mark::first)}) {
    const auto refused = record(workspace, by(base, person, mark, "Yes"));
    ASSERT_FALSE(refused) << person;
    EXPECT_NE(refused.error().what.find("of different people"), std::string::npos) << refused.error().what;
  }
}

TEST_F(RecordTest, KeepsAcceptedRejectedAndAddedQuotes) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const std::string text = sample_document(sha256).text;
  const auto at = static_cast<std::uint32_t>(text.find("Dr O'Neill"));
  Decision decision = confirmation(sha256);
  decision.quotes.push_back({Verdict::rejected, 2, {at, at + 10}, "Dr O'Neill", "a name alone"});
  decision.quotes.push_back({Verdict::added, 0, {at - 5, at - 1}, "Lead", ""});
  const auto recorded = record(workspace, decision);
  ASSERT_TRUE(recorded) << describe(recorded.error());
  decision.quotes.back().page = 2;
  EXPECT_EQ(recorded->quotes, decision.quotes) << "the page is found";
  EXPECT_EQ(standing_in(workspace, sha256), *recorded);
}

TEST_F(RecordTest, NotesAnEventWithEachDecision) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  ASSERT_TRUE(record(workspace, change_to(sha256, "No")));
  const auto noted = events(workspace, {.sha256 = sha256, .question = "COP-01"});
  ASSERT_TRUE(noted);
  EXPECT_EQ(*noted, (std::vector<Event>{{1, "2026-03-01T10:00:00Z", "A. Reviewer", "decision", sha256,
                                         "COP-01", "1", "first: change: No", "only one \"group\"\nwas asked",
                                         lexicon_1.planmark, lexicon_1.lexicon}}));
}

TEST_F(RecordTest, CommentsOnACriterionAreKeptInOrder) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const CriterionComment first{0,    sha256,           "Leadership", "ada", "2026-03-01T10:00:00Z",
                               "k1", "one lead, named"};
  CriterionComment later = first;
  later.key = "k2";
  later.text = "two leads";
  const auto one = record_comment(workspace, first), two = record_comment(workspace, later);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(record_comment(workspace, first), *one) << "the same key again";
  EXPECT_EQ(comments(workspace, sha256), (std::vector<CriterionComment>{*one, *two}));
  EXPECT_EQ(comments(workspace, sha256, "Workforce"), std::vector<CriterionComment>());
  CriterionComment other = later;
  other.key = "k1";
  EXPECT_FALSE(record_comment(workspace, other)) << "a key used for another comment";
  EXPECT_EQ(events(workspace, {.kind = "comment"})->size(), 2u);
}

TEST_F(RecordTest, RefusesWhatIsNotADecision) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  struct Row {
    void (*spoil)(Decision&);
    ProblemKind kind;
    const char* said;
  };
  const Row rows[] = {
      {[](Decision& d) { d.person.clear(); }, ProblemKind::bad_input, "name of the person"},
      {[](Decision& d) { d.at.clear(); }, ProblemKind::bad_input, "its time"},
      {[](Decision& d) { d.at = "yesterday"; }, ProblemKind::bad_input, "not a time"},
      {[](Decision& d) { d.question.clear(); }, ProblemKind::bad_input, "its question"},
      {[](Decision& d) { d.action = "agree"; }, ProblemKind::bad_input, "an action is"},
      {[](Decision& d) {
         d.action = "change";
         d.answer = "No";
       },
       ProblemKind::bad_input, "a change needs a reason"},
      {[](Decision& d) { d.answer = "No"; }, ProblemKind::bad_input, "another answer is a change"},
      {[](Decision& d) { d.question = "INEQ-10"; }, ProblemKind::bad_input, "there is none of this name"},
      {[](Decision& d) { d.question = "COP-09"; }, ProblemKind::bad_input, "no draft to confirm"},
      {[](Decision& d) { d.question = "WORK-06"; }, ProblemKind::bad_input, "could not be assessed"},
      {[](Decision& d) {
         d.action = "change";
         d.answer = "yes";
         d.reason = "r";
       },
       ProblemKind::bad_input, "\"yes\" is not an answer to this question"},
      {[](Decision& d) { d.action = "answer"; }, ProblemKind::bad_input, "confirms or changes it"},
      {[](Decision& d) { d.draft_shown = false; }, ProblemKind::bad_input, "has not been shown the draft"},
      {[](Decision& d) { d.quotes.clear(); }, ProblemKind::bad_input, "\"Yes\" needs evidence"},
      {[](Decision& d) { d.quotes[0].verdict = Verdict::rejected; }, ProblemKind::bad_input,
       "needs evidence"},
      {[](Decision& d) { d.quotes[0].quote = "We listened to old people."; }, ProblemKind::bad_input,
       "it says \"We listened to young people.\""},
      {[](Decision& d) { ++d.quotes[0].span.begin; }, ProblemKind::bad_input, "the document does not say"},
      {[](Decision& d) {
         d.quotes[0].span = {4, 5};
       },
       ProblemKind::bad_input, "within a character"},
      {[](Decision& d) { d.quotes[0].span.end = 9999; }, ProblemKind::bad_input, "outside the document"},
      {[](Decision& d) { d.quotes[0].page = 1; }, ProblemKind::bad_input, "begins on page 2, not on page 1"},
      {[](Decision& d) { d.mark = Mark::adjudication; }, ProblemKind::bad_input,
       "an adjudication needs a reason"},
      {[](Decision& d) {
         d.mark = Mark::adjudication;
         d.reason = "r";
       },
       ProblemKind::bad_input, "nothing to adjudicate"},
      {[](Decision& d) {
         d.action = "cannot tell";
         d.answer = "No";
       },
       ProblemKind::bad_input, "takes no answer"},
      {[](Decision& d) { d.sha256 = std::string(64, 'f'); }, ProblemKind::not_found, "no such document"},
  };
  for (const Row& row : rows) {
    Decision decision = confirmation(sha256);
    row.spoil(decision);
    const auto recorded = record(workspace, decision);
    ASSERT_FALSE(recorded) << row.said;
    EXPECT_EQ(recorded.error().kind, row.kind) << row.said;
    EXPECT_NE(recorded.error().what.find(row.said), std::string::npos) << recorded.error().what;
  }
  EXPECT_EQ(decisions(workspace, sha256), std::vector<Decision>());
}

TEST_F(RecordTest, SeveralAreRecordedOrNone) {
  Workspace workspace = open();
  const std::string one = add_drafted(workspace), two = add_drafted(workspace, "b.pdf");
  Decision wrong = confirmation(two);
  wrong.quotes.clear();
  const auto refused = record_decisions(workspace, sample_rules(), {confirmation(one), wrong});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("needs evidence"), std::string::npos) << refused.error().what;
  EXPECT_EQ(decisions(workspace, {})->size(), 0u);
  EXPECT_EQ(events(workspace, {.kind = "decision"})->size(), 0u);
  ASSERT_TRUE(record_decisions(workspace, sample_rules(), {confirmation(one), confirmation(two)}));
  EXPECT_EQ(decisions(workspace, {})->size(), 2u);
}

TEST_F(RecordTest, TryingSaysWhatRecordingWouldAndRecordsNothing) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  const std::string before = dump(workspace);
  EXPECT_TRUE(try_decision(workspace, sample_rules(), confirmation(sha256)));
  Decision wrong = change_to(sha256, "Perhaps");
  const auto refused = try_decision(workspace, sample_rules(), wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error(), record(workspace, wrong).error());
  EXPECT_EQ(dump(workspace), before);
}

TEST_F(RecordTest, TheDatabaseItselfRefusesToChangeOrRemoveADecision) {
  Workspace workspace = open();
  const std::string sha256 = add_drafted(workspace);
  Decision keyed = confirmation(sha256);
  keyed.key = "k1";
  ASSERT_TRUE(record(workspace, keyed));
  ASSERT_TRUE(record_comment(workspace, {0, sha256, "Co-production", "ada", keyed.at, "k2", "clear"}));
  const std::string before = dump(workspace);
  for (const char* attempt : {
           "UPDATE decision SET answer = 'No'",
           "DELETE FROM decision",
           "INSERT OR REPLACE INTO decision SELECT * FROM decision",
           "INSERT OR REPLACE INTO decision SELECT number + 1, document, question, person, at, mark, action, "
           "'No',"
           " reason, comment, draft_shown, supersedes, first_mark, second_mark, key, request, draft_answer,"
           " draft_planmark, draft_lexicon, draft_icu, draft_re2 FROM decision",
           "UPDATE OR REPLACE decision SET number = 2",
           "UPDATE decision_evidence SET quote = 'x'",
           "DELETE FROM decision_evidence",
           "INSERT OR REPLACE INTO decision_evidence SELECT decision, side, rank, page, begin_byte, "
           "end_byte, 'x',"
           " rules, note FROM decision_evidence",
           "UPDATE marked_quote SET quote = 'x'",
           "DELETE FROM marked_quote",
           "INSERT OR REPLACE INTO marked_quote SELECT * FROM marked_quote",
           "UPDATE criterion_comment SET text = 'x'",
           "DELETE FROM criterion_comment",
           "INSERT OR REPLACE INTO criterion_comment SELECT * FROM criterion_comment",
           "DELETE FROM document",
       }) {
    const auto done = workspace.database().execute(attempt);
    EXPECT_FALSE(done) << attempt;
    EXPECT_EQ(dump(workspace), before) << attempt;
  }
}

}  // namespace
}  // namespace planmark
