// Marks, disagreements, what stood when, and how far the review is: one small review from start to end.
#include "review/progress.h"

#include "base/format.h"
#include "review/answer_state.h"
#include "review/assignment.h"
#include "review/disagreement.h"
#include "review/people.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class ProgressTest : public WorkspaceFixture {
 protected:
  ProgressTest() {
    for (const char* name : {"ben", "cyd", "eve"})
      EXPECT_TRUE(add_person(workspace_, {name, name, {Role::reviewer}, true}, by_ada));
    for (Question& question : rules_.questions) {
      question.parts = {"plan"};
      question.criterion = question.id.substr(0, question.id.find('-'));
    }
    EXPECT_TRUE(
        workspace_.set_identity(plan_, {"Halden", "plan", "2023", "", ""}, IdentitySource::person, {}));
    EXPECT_TRUE(assign(
        workspace_, rules_,
        {{plan_, "", "ben", Mark::first, "2026-04-01"}, {plan_, "COP", "cyd", Mark::second, ""}}, by_ada));
  }

  // Cannot tell where the answer is empty.
  std::int64_t decide(const char* person, Mark mark, const char* question, const char* answer,
                      const char* time) {
    Decision decision;
    decision.sha256 = plan_;
    decision.question = question;
    decision.person = person;
    decision.mark = mark;
    decision.at = format("2026-03-01T{}:00Z", time);
    decision.action = *answer ? "answer" : "cannot tell";
    decision.answer = answer;
    decision.reason = "r";
    decision.draft_shown = mark == Mark::adjudication;
    const Span span = sample_analysis(sample_document(plan_)).drafts.front().evidence.front().span;
    decision.quotes = {{Verdict::added, 0, span, "We listened to young people.", ""}};
    const auto done = record_decision(workspace_, rules_, decision);
    EXPECT_TRUE(done) << (done ? "" : describe(done.error()));
    return done ? done->decision.number : 0;
  }

  std::vector<std::string> open() const {
    std::vector<std::string> lines;
    const auto found = open_disagreements(workspace_, rules_);
    EXPECT_TRUE(found);
    for (const MarkedTwice& marks : *found)
      lines.push_back(format("{}: {} / {}", marks.first.question, marks.first.answer, marks.second.answer));
    return lines;
  }

  Workspace workspace_ = WorkspaceFixture::open();
  RuleBook rules_ = sample_rules();
  const std::string plan_ = add_drafted(workspace_, "plan.pdf");
};

using Lines = std::vector<std::string>;

TEST_F(ProgressTest, CountsByDocumentCriterionAndPerson) {
  const auto before = progress(workspace_, rules_);
  ASSERT_TRUE(before) << describe(before.error());
  EXPECT_EQ(before->people,
            (std::vector<PersonProgress>{
                {"ben", 1, 5, 0, "", "2026-04-01"}, {"cyd", 1, 3, 0, "", ""}, {"eve", 0, 0, 0, "", ""}}));
  decide("ben", Mark::first, "COP-01", "Yes", "10:00");
  decide("ben", Mark::first, "COP-01", "No", "10:05");
  decide("ben", Mark::first, "LEAD-01", "not named", "10:06");
  decide("cyd", Mark::second, "COP-01", "Yes", "11:00");
  decide("cyd", Mark::second, "COP-09", "Yes", "11:30");
  const auto now = progress(workspace_, rules_);
  ASSERT_TRUE(now);
  EXPECT_EQ(now->documents,
            (std::vector<DocumentProgress>{
                {plan_, {"Halden", "plan", "2023", "", ""}, {5, 2, 3, 2, 1, 2}, false, {"cyd"}}}));
  EXPECT_EQ(now->criteria,
            (std::vector<std::pair<std::string, Count>>{
                {"LEAD", {1, 1, 0, 0, 0, 1}}, {"COP", {3, 1, 3, 2, 1, 1}}, {"WORK", {1, 0, 0, 0, 0, 0}}}));
  EXPECT_EQ(now->people, (std::vector<PersonProgress>{{"ben", 1, 5, 2, "2026-03-01T10:06:00Z", "2026-04-01"},
                                                      {"cyd", 1, 3, 2, "2026-03-01T11:30:00Z", ""},
                                                      {"eve", 0, 0, 0, "", ""}}));
}

TEST_F(ProgressTest, CountsWhatIsAskedAndAnsweredOfEachDocument) {
  decide("ben", Mark::first, "COP-01", "Yes", "10:00");
  decide("cyd", Mark::second, "COP-01", "No", "11:00");
  const auto answered = answered_questions(workspace_);
  ASSERT_TRUE(answered);
  ASSERT_EQ(answered->size(), 1u);
  EXPECT_EQ(answered->at(plan_).asked, workspace_.load_drafts(plan_).value()->drafts.size());
  EXPECT_EQ(answered->at(plan_).answered, 1u);
}

TEST_F(ProgressTest, ADisagreementIsOpenUntilItIsAdjudicated) {
  decide("ben", Mark::first, "COP-01", "Yes", "10:00");
  decide("ben", Mark::first, "COP-09", "Yes", "10:01");
  decide("ben", Mark::first, "WORK-06", "", "10:02");
  decide("cyd", Mark::second, "COP-01", "No", "11:00");
  decide("cyd", Mark::second, "COP-09", "Yes", "11:01");
  decide("cyd", Mark::second, "WORK-06", "no", "11:02");
  EXPECT_EQ(open(), (Lines{"COP-01: Yes / No", "WORK-06:  / no"}));
  decide("eve", Mark::adjudication, "COP-01", "To some extent", "12:00");
  EXPECT_EQ(open(), Lines{"WORK-06:  / no"});
  decide("cyd", Mark::second, "COP-01", "To some extent", "13:00");
  EXPECT_EQ(open(), (Lines{"COP-01: Yes / To some extent", "WORK-06:  / no"})) << "a mark it has not seen";
  EXPECT_EQ(marked_twice(workspace_, rules_)->size(), 3u);
}

TEST_F(ProgressTest, WhatStoodAtAnyTimeIsRebuilt) {
  const auto one = decide("ben", Mark::first, "COP-01", "Yes", "10:00");
  const auto two = decide("ben", Mark::first, "COP-01", "No", "11:00");
  decide("cyd", Mark::second, "COP-01", "Yes", "12:00");
  const auto four = decide("eve", Mark::adjudication, "COP-01", "To some extent", "13:00");
  ASSERT_TRUE(
      record_pack(workspace_, "Halden", {plan_}, std::string(64, 'f'), {"ada", "2026-03-02T09:00:00Z"}));
  ASSERT_TRUE(
      record_reply(workspace_, {0, 1, plan_, "COP-01", "them", "see page 2", "ada", "2026-03-03T09:00:00Z"}));
  ASSERT_TRUE(make_final(workspace_, 1, {"ada", "2026-03-04T09:00:00Z"}));
  const struct {
    const char* at;
    std::int64_t standing;  // 0: nothing
    std::size_t replies;
    bool is_final;
    const char* last_event;
  } rows[] = {
      {"2026-03-01T09:59:59Z", 0, 0, false, ""},
      {"2026-03-01T10:00:00Z", one, 0, false, "decision"},
      {"2026-03-01T12:30:00Z", two, 0, false, "decision"},
      {"2026-03-01T13:00:00Z", four, 0, false, "decision"},
      {"2026-03-03T09:00:00Z", four, 1, false, "reply"},
      {"2026-03-04T09:00:00Z", four, 1, true, "final"},
      {"", four, 1, true, "final"},
  };
  for (const auto& row : rows) {
    const auto state = state_at(workspace_, plan_, "COP-01", row.at);
    ASSERT_TRUE(state) << row.at;
    EXPECT_EQ(state->standing ? state->standing->number : 0, row.standing) << row.at;
    EXPECT_EQ(state->replies.size(), row.replies) << row.at;
    EXPECT_EQ(state->is_final, row.is_final) << row.at;
    EXPECT_EQ(state->events.empty() ? "" : state->events.back().kind, row.last_event) << row.at;
  }
  EXPECT_EQ(state_at(workspace_, plan_, "COP-01")->standing, *standing(workspace_, plan_, "COP-01"))
      << "the same as what stands";
  EXPECT_FALSE(state_at(workspace_, plan_, "COP-01", "yesterday"));
}

TEST(Gaps, AreMissingUnreadableAndSupersededDocuments) {
  const auto document = [](const char* sha256, const char* system, const char* edition,
                           std::uint32_t unreadable) {
    RegisteredDocument made;
    made.sha256 = sha256;
    made.identity = {system, "plan", edition, "", ""};
    made.pages = 60;
    made.unreadable_pages = unreadable;
    return made;
  };
  std::vector<RegisteredDocument> documents{document("a", "Halden", "2023", 4),
                                            document("b", "Halden", "2024", 0),
                                            document("c", "Ousedale", "2023", 0)};
  documents.back().refusal = Problem{ProblemKind::encrypted, "a password is needed", "", ""};
  using enum DocumentGap::Kind;
  EXPECT_EQ(gaps_in(documents, {"Halden", "Wexmoor"}, {"plan", "strategy"}),
            (std::vector<DocumentGap>{
                {unreadable, "Halden", "plan", "a", "4 of 60 pages could not be read"},
                {superseded, "Halden", "plan", "a", "there is one of 2024"},
                {missing, "Halden", "strategy", "", "no strategy"},
                {unreadable, "Ousedale", "plan", "c", "a password is needed"},
                {missing, "Wexmoor", "plan", "", "no plan"},
                {missing, "Wexmoor", "strategy", "", "no strategy"},
            }));
}

}  // namespace
}  // namespace planmark
