#include "review/assignment.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/format.h"
#include "corpus/csv.h"
#include "review/availability.h"
#include "review/database.h"
#include "review/people.h"
#include "review/record.h"
#include "review/spread.h"
#include "tests/review/workspace_fixture.h"

namespace planmark {
namespace {

class AssignmentTest : public WorkspaceFixture {
 protected:
  AssignmentTest() {
    EXPECT_TRUE(add_person(workspace_, {"ada", "Ada Obi", {Role::coordinator}, true}, by_ada));
    for (const char* name : {"ben", "cyd", "dee"})
      EXPECT_TRUE(add_person(workspace_, {name, name, {Role::reviewer}, true}, by_ada));
    EXPECT_TRUE(add_person(workspace_, {"old", "Left", {Role::reviewer}, false}, by_ada));
    old_plan_ = document("halden-2022.pdf", {"Halden", "plan", "2022", "", ""});
    plan_ = document("halden-2023.pdf", {"Halden", "plan", "2023", "", ""});
    strategy_ = document("halden-s.pdf", {"Halden", "strategy", "2023", "", ""});
    wexmoor_ = document("wexmoor.pdf", {"QWX", "plan", "2023", "", ""});
    easy_ = document("easy.pdf", {"Halden", "easy-read", "2023", "", ""});
    systems_.systems.push_back({"QWX", "", "Wexmoor", "", "", {}, {}, "", ""});
    for (const auto& [id, criterion, parts] :
         {std::tuple("LEAD-01", "Leadership", std::vector<std::string>{"plan", "strategy"}),
          std::tuple("WORK-06", "Workforce", std::vector<std::string>{"plan"})}) {
      Question& question = rules_.questions.emplace_back();
      question.id = id;
      question.criterion = criterion;
      question.parts = parts;
    }
  }

  std::string document(const char* name, const Identity& identity) {
    const std::string sha256 = add(workspace_, name, name);
    EXPECT_TRUE(workspace_.set_identity(sha256, identity, IdentitySource::person, {}));
    return sha256;
  }

  Result<std::vector<Problem>> from_csv(const std::string& text) {
    return assign_from_table(workspace_, rules_, systems_, {parse_csv(text, "who.csv").value()}, "who.csv",
                             by_ada);
  }

  // "plan Leadership ben first 2026-04-01", for each.
  std::vector<std::string> given() {
    std::vector<std::string> lines;
    const auto found = assignments(workspace_);
    EXPECT_TRUE(found);
    for (const Assignment& one : found.value()) {
      const Identity identity = workspace_.identity(one.sha256).value();
      lines.push_back(format("{} {} {}: {} {} {}", identity.system, identity.part, one.criterion, one.person,
                             name_of(one.mark), one.due));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  Workspace workspace_ = open();
  Register systems_;
  RuleBook rules_;
  std::string old_plan_, plan_, strategy_, wexmoor_, easy_;
};

TEST_F(AssignmentTest, ATableIsAppliedWhole) {
  const auto mistakes = from_csv(
      "Person;System;Part;Criterion;Mark;Due\n"
      "ben;Halden;plan;;;2026-04-01\n"
      "cyd;Halden;plan;leadership;second;\n"
      "ben;wexmoor;Plan;all;first;\n");
  ASSERT_TRUE(mistakes) << describe(mistakes.error());
  EXPECT_EQ(*mistakes, std::vector<Problem>());
  EXPECT_EQ(given(),
            (std::vector<std::string>{"Halden plan : ben first 2026-04-01",
                                      "Halden plan Leadership: cyd second ", "QWX plan : ben first "}));
  EXPECT_EQ(assignments(workspace_, plan_)->size(), 2u) << "the newest edition is meant";
  EXPECT_EQ(assignments(workspace_, {}, "ben")->size(), 2u);
  EXPECT_EQ(events(workspace_, {.kind = "assigned"})->size(), 3u);
  ASSERT_TRUE(from_csv("person,system,part,due\nben,Halden,plan,2026-05-01\nben,Wexmoor,plan,\n"));
  EXPECT_EQ(given().front(), "Halden plan : ben first 2026-05-01") << "given again: the new day";
  EXPECT_EQ(events(workspace_, {.kind = "assigned"})->size(), 4u) << "what is as it was is no event";
}

TEST_F(AssignmentTest, NamesEveryMistakeWithItsLineAndAppliesNothing) {
  ASSERT_TRUE(declare_conflict(workspace_, "cyd", "QWX", "works there", by_ada));
  ASSERT_TRUE(set_capacity(workspace_, "dee", 1, by_ada));
  const std::string before = dump(workspace_);
  const auto mistakes = from_csv(
      "person,system,part,criterion,mark,due\n"
      "ben,Halden,plan,,first,\n"
      "nia,Halden,plan,,second,\n"
      "old,Halden,plan,,second,\n"
      "ada,Halden,plan,,second,\n"
      "ben,Nowhere,plan,,,\n"
      "ben,Halden,map,,,\n"
      "ben,Halden,easy-read,,,\n"
      "ben,Halden,plan,Leadrship,,\n"
      "ben,Halden,strategy,Workforce,,\n"
      "ben,Halden,strategy,,third,\n"
      "ben,Halden,strategy,,,soon\n"
      "cyd,Halden,plan,Workforce,first,\n"
      "ben,Halden,plan,Workforce,second,\n"
      "cyd,Wexmoor,plan,,,\n"
      "dee,Halden,strategy,,,\n"
      "dee,Wexmoor,plan,,,\n"
      ",Wexmoor,plan,,,\n");
  ASSERT_TRUE(mistakes) << describe(mistakes.error());
  std::vector<std::string> said;
  for (const Problem& mistake : *mistakes) said.push_back(mistake.where + ": " + mistake.what);
  EXPECT_EQ(said,
            (std::vector<std::string>{
                "who.csv:3, column person: nobody active who reviews has the sign-in name \"nia\"",
                "who.csv:4, column person: nobody active who reviews has the sign-in name \"old\"",
                "who.csv:5, column person: nobody active who reviews has the sign-in name \"ada\"",
                "who.csv:6, column part: there is no plan of Nowhere in the workspace",
                "who.csv:7, column part: there is no map of Halden in the workspace",
                "who.csv:8, column part: nothing is asked of a document of part \"easy-read\"",
                "who.csv:9, column criterion: unknown criterion \"Leadrship\": did you mean Leadership?",
                "who.csv:10, column criterion: \"Workforce\" is not a criterion of a strategy",
                "who.csv:11, column mark: \"third\" is not a mark: write first or second",
                "who.csv:12, column due: \"soon\" is not a date: write 2026-03-31",
                "who.csv:13, column person: ben has the first mark of this already",
                "who.csv:14, column person: ben has the first mark of this: first and second are of "
                "different people",
                "who.csv:15, column person: cyd has a conflict of interest with QWX",
                "who.csv:17, column person: dee takes 1 documents at most",
                "who.csv:18, column person: no person is named",
            }));
  EXPECT_EQ(dump(workspace_), before);
}

TEST_F(AssignmentTest, SaysWhatIsWrongWithTheColumns) {
  const auto mistakes = from_csv("person,who,part,part\nben,x,plan,plan\n");
  ASSERT_TRUE(mistakes);
  ASSERT_EQ(mistakes->size(), 3u);
  EXPECT_EQ((*mistakes)[0].what, "unknown column \"who\"");
  EXPECT_EQ((*mistakes)[1].what, "column \"part\" stands twice");
  EXPECT_EQ((*mistakes)[2].what, "there is no column \"system\"");
  EXPECT_FALSE(from_csv("person,system,part\n")) << "no rows";
  document("twin.pdf", {"Halden", "plan", "2023", "", ""});
  EXPECT_EQ(from_csv("person,system,part\nben,Halden,plan\n")->front().what,
            "there are 2 documents for the plan of Halden of 2023");
}

TEST_F(AssignmentTest, AConflictTakesWorkAwayAndBarsDecisions) {
  ASSERT_TRUE(assign(workspace_, rules_, {{plan_, "", "ben"}, {wexmoor_, "", "ben"}}, by_ada));
  ASSERT_TRUE(declare_conflict(workspace_, "ben", "Halden", "was its adviser", by_ada));
  EXPECT_EQ(given(), std::vector<std::string>{"QWX plan : ben first "});
  EXPECT_EQ(events(workspace_, {.kind = "unassigned"})->front().why, "conflict of interest");
  EXPECT_EQ(availability(workspace_)->at("ben").conflicts, std::vector<std::string>{"Halden"});
  Decision decision;
  decision.sha256 = plan_;
  decision.question = "LEAD-01";
  decision.person = "ben";
  decision.at = by_ada.at;
  decision.action = "cannot tell";
  const auto refused = record_decision(workspace_, rules_, decision);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("conflict of interest with Halden"), std::string::npos);
  ASSERT_TRUE(lift_conflict(workspace_, "ben", "Halden", "left in 2019", by_ada));
  EXPECT_TRUE(record_decision(workspace_, rules_, decision));
}

TEST_F(AssignmentTest, IsTakenBack) {
  const Assignment one{plan_, "Leadership", "ben", Mark::second, "2026-04-01"};
  ASSERT_TRUE(assign(workspace_, rules_, {one}, by_ada));
  ASSERT_TRUE(unassign(workspace_, one, "on leave", by_ada));
  ASSERT_TRUE(unassign(workspace_, one, "on leave", by_ada));
  EXPECT_EQ(given(), std::vector<std::string>());
  EXPECT_EQ(events(workspace_, {.kind = "unassigned"})->size(), 1u);
}

TEST_F(AssignmentTest, IsSpreadEvenly) {
  ASSERT_TRUE(declare_conflict(workspace_, "cyd", "Halden", "", by_ada));
  ASSERT_TRUE(assign(workspace_, rules_, {{plan_, "", "ben"}}, by_ada));
  const std::vector<std::string> documents{plan_, strategy_, wexmoor_, old_plan_};
  const auto first =
      assign_evenly(workspace_, rules_, documents, {"ben", "cyd", "dee"}, Mark::first, "", "s", by_ada);
  ASSERT_TRUE(first) << describe(first.error());
  EXPECT_EQ(first->left, std::vector<std::string>());
  EXPECT_EQ(first->given.size(), 3u) << "one was given already";
  std::map<std::string, int> loads;
  const auto all = assignments(workspace_);
  for (const Assignment& one : *all) ++loads[one.person];
  EXPECT_LE(std::max({loads["ben"], loads["cyd"], loads["dee"]}), 2);
  EXPECT_EQ(loads["cyd"], 1) << "the one document without a conflict";
  const auto second = assign_evenly(workspace_, rules_, {wexmoor_}, {"cyd"}, Mark::second, "", "s", by_ada);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->left, std::vector<std::string>{wexmoor_}) << "cyd has its first mark";
}

// Second marks as they were given: "halden-2023.pdf LEAD-01 ben".
std::vector<std::string> second_marks(const std::vector<std::string>& lines) {
  std::vector<std::string> second;
  for (const std::string& line : lines)
    if (line.find(" second ") != std::string::npos) second.push_back(line);
  return second;
}

TEST_F(AssignmentTest, AShareOfSecondMarksIsGivenOutByTheProgram) {
  ASSERT_TRUE(declare_conflict(workspace_, "dee", "QWX", "works there", by_ada));
  ASSERT_TRUE(assign(workspace_, rules_, {{plan_, "", "ben"}, {wexmoor_, "", "ben"}}, by_ada));
  // Nobody has given cyd this strategy: they have marked it all the same.
  Decision made;
  made.sha256 = strategy_, made.question = "LEAD-01", made.person = "cyd";
  made.at = by_ada.at, made.action = "cannot tell";
  ASSERT_TRUE(record_decision(workspace_, rules_, made));
  const SecondMarkOrder all{.sample = {"s", 1}, .due = "2026-04-01"};
  const auto marks = give_second_marks(workspace_, rules_, all, by_ada);
  ASSERT_TRUE(marks) << describe(marks.error());
  EXPECT_EQ(marks->spread.left, std::vector<std::string>());
  EXPECT_EQ(marks->questions, 7u) << "two of each plan, one of the strategy";
  std::map<std::string, std::string> marker;
  for (const auto& [sha256, person] : marks->spread.given) marker[sha256] = person;
  EXPECT_NE(marker[plan_], "ben") << "has its first mark";
  EXPECT_EQ(marker[wexmoor_], "cyd") << "ben has its first mark, dee a conflict";
  EXPECT_NE(marker[strategy_], "cyd") << "has made its first mark";
  EXPECT_EQ(second_marks(given()).size(), 7u);
  const std::string before = dump(workspace_);
  EXPECT_EQ(give_second_marks(workspace_, rules_, all, by_ada)->questions, 0u) << "there is nothing new";
  EXPECT_EQ(dump(workspace_), before);
}

TEST_F(AssignmentTest, ALargerShareAddsToASmallerOneAndStaysWithItsMarker) {
  const auto given_by = [&](double share) {
    EXPECT_TRUE(give_second_marks(workspace_, rules_, {.sample = {"seed", share}}, by_ada));
    return second_marks(given());
  };
  std::vector<std::string> smaller;
  for (const double share : {0.2, 0.6, 1.0}) {
    const std::vector<std::string> now = given_by(share);
    EXPECT_TRUE(std::includes(now.begin(), now.end(), smaller.begin(), smaller.end())) << share;
    smaller = now;
  }
  EXPECT_EQ(smaller.size(), 7u);
  std::map<std::string, std::set<std::string>> markers;
  const auto all = assignments(workspace_);
  for (const Assignment& one : *all) markers[one.sha256].insert(one.person);
  for (const auto& [sha256, people] : markers) EXPECT_EQ(people.size(), 1u) << sha256;
}

TEST_F(AssignmentTest, PickedDocumentsAreMarkedTwiceAndWhatNobodyCanTakeIsNamed) {
  for (const char* name : {"cyd", "dee"}) ASSERT_TRUE(set_capacity(workspace_, name, 0, by_ada));
  ASSERT_TRUE(assign(workspace_, rules_, {{plan_, "", "ben"}}, by_ada));
  const auto marks =
      give_second_marks(workspace_, rules_, {.sample = {"s", 0}, .picked = {plan_, strategy_}}, by_ada);
  ASSERT_TRUE(marks) << describe(marks.error());
  EXPECT_EQ(marks->spread.left, std::vector<std::string>{plan_}) << "ben has its first mark, others no room";
  EXPECT_EQ(second_marks(given()), std::vector<std::string>{"Halden strategy LEAD-01: ben second "});
}

}  // namespace
}  // namespace planmark
