#include "review/assignment.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/format.h"
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
    return assign_from_csv(workspace_, rules_, systems_, text, "who.csv", by_ada);
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
  for (const Problem& mistake : *mistakes) said.push_back(mistake.where + " " + mistake.what);
  EXPECT_EQ(said, (std::vector<std::string>{
                      "who.csv:3 nobody active who reviews has the sign-in name \"nia\"",
                      "who.csv:4 nobody active who reviews has the sign-in name \"old\"",
                      "who.csv:5 nobody active who reviews has the sign-in name \"ada\"",
                      "who.csv:6 there is no plan of Nowhere in the workspace",
                      "who.csv:7 there is no map of Halden in the workspace",
                      "who.csv:8 nothing is asked of a document of part \"easy-read\"",
                      "who.csv:9 unknown criterion \"Leadrship\": did you mean Leadership?",
                      "who.csv:10 \"Workforce\" is not a criterion of a strategy",
                      "who.csv:11 \"third\" is not a mark: write first or second",
                      "who.csv:12 \"soon\" is not a date: write 2026-03-31",
                      "who.csv:13 ben has the first mark of this already",
                      "who.csv:14 ben has the first mark of this: first and second are of different people",
                      "who.csv:15 cyd has a conflict of interest with QWX",
                      "who.csv:17 dee takes 1 documents at most",
                      "who.csv:18 no person is named",
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

}  // namespace
}  // namespace planmark
