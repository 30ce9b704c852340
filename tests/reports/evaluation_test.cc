#include "reports/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "reports/evaluation_json.h"
#include "tests/reports/sample_drafts.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* gold_text = R"({"answers": {
  "LEAD-01": {"answer": {"status": "named", "person": "Ann Bell"},
              "evidence": ["The lead for children is Ann Bell"]},
  "COP-01":  {"answer": "yes", "evidence": ["Voices matter."]},
  "INEQ-05": {"answer": ["SEND", "young carers"], "evidence": ["Young carers wait."]},
  "OLD-01":  {"answer": "Yes", "evidence": []}}})";

struct EvaluationTest : testing::Test {
  std::filesystem::path file(const char* name, const std::string& text) const {
    std::ofstream(folder.path() / name) << text;
    return folder.path() / name;
  }
  std::vector<GoldAnswer> gold() const {
    file("plan.answers.json", gold_text);
    file("notes.json", "{}");
    return read_gold(folder.path()).value();
  }
  TemporaryFolder folder;
};

TEST_F(EvaluationTest, OfDraftsAtHand) {
  const auto found = evaluate(gold(), draft_answers(sample_drafts(), sample_questions()), sample_questions());
  ASSERT_TRUE(found) << describe(found.error());
  const Figures& total = found->total;
  EXPECT_EQ(total.answers, 3U);
  EXPECT_EQ(total.abstained, 1U);
  EXPECT_EQ(total.lead_person.good, 1U);
  EXPECT_EQ(total.options.right, 1U);   // SEND
  EXPECT_EQ(total.options.missed, 1U);  // young carers
  EXPECT_EQ(total.evidence_hits.good, 1U);
  EXPECT_EQ(total.evidence_hits.all, 3U);
  EXPECT_EQ(total.by_confidence.at("high").good, 1U);
  EXPECT_EQ(total.by_confidence.at("low").good, 0U);
  EXPECT_EQ(found->questions.front().first, "LEAD-01") << "survey order";
  EXPECT_THAT(found->not_asked, ElementsAre("OLD-01"));
  EXPECT_TRUE(found->without_draft.empty());
}

TEST_F(EvaluationTest, OfNoDraftsEveryAnswerIsMissing) {
  const Evaluation found = evaluate(gold(), {}, sample_questions()).value();
  EXPECT_EQ(found.total.missing, 3U);
  EXPECT_EQ(found.total.right.good, 0U);
  EXPECT_THAT(found.without_draft, ElementsAre("plan"));
}

TEST_F(EvaluationTest, ChangesSinceAnEarlierFileOfDrafts) {
  const auto earlier = read_drafts(file("earlier.jsonl", R"(
{"file": "plan.pdf", "question": "LEAD-01", "answer": {"status": "named", "person": "Ann Bell"}, "evidence": []}
{"file": "plan.pdf", "question": "COP-01", "answer": "yes", "evidence": [{"quote": "Voices matter."}]}
{"file": "plan.pdf", "question": "INEQ-05", "answer": ["SEND"], "evidence": []}
)"));
  ASSERT_TRUE(earlier) << describe(earlier.error());
  const RuleBook rules = sample_questions();
  const Evaluation before = evaluate(gold(), *earlier, rules).value();
  const Evaluation after = evaluate(gold(), draft_answers(sample_drafts(), rules), rules).value();
  const std::vector<JudgedChange> changed = changes(before, after);
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].after.question, "LEAD-01");
  EXPECT_TRUE(changed[0].better) << "the quote was not there";
  EXPECT_EQ(changed[1].after.question, "COP-01");
  EXPECT_FALSE(changed[1].better);

  const auto json = nlohmann::json::parse(evaluation_json(after, &changed));
  EXPECT_EQ(json.at("total").at("multi_micro_f1"), 0.667);
  EXPECT_EQ(json.at("total").at("rag_weighted_kappa"), nullptr);
  EXPECT_EQ(json.at("changes").size(), 2U);
  EXPECT_EQ(json.at("calibration").at("high").at("right"), 1.0);
}

TEST_F(EvaluationTest, MistakesInFilesAreNamedWithTheirPlace) {
  const auto line = read_drafts(file("drafts.jsonl", "{\"answer\": \"Yes\"}\n{\"answer\": 7}\n"));
  ASSERT_FALSE(line);
  EXPECT_THAT(line.error().where, HasSubstr("drafts.jsonl:2"));
  EXPECT_EQ(read_gold(folder.path()).error().kind, ProblemKind::not_found);
  file("a.answers.json", "{\"answers\": {\"COP-01\": {\"answer\": 7}}}");
  EXPECT_THAT(read_gold(folder.path()).error().what, HasSubstr("COP-01"));
}

TEST(StemOf, EndsAtTheFirstDot) {
  EXPECT_EQ(stem_of("plans/wexmoor__jfp__2023.v2.pdf"), "wexmoor__jfp__2023");
  EXPECT_EQ(stem_of("plan"), "plan");
}

}  // namespace
}  // namespace planmark
