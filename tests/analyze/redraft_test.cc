#include "analyze/redraft.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

struct Drafted {
  std::string name;
  Document document;
  Analysis analysis;
};

const std::vector<Drafted>& drafted_plans() {
  static const std::vector<Drafted> all = [] {
    std::vector<Drafted> drafted;
    const auto files = files_below(PLANMARK_SOURCE_DIR "/tests/analyze/plans");
    for (const fs::path& file : files.value()) {
      if (file.extension() != ".md") continue;
      const std::string stem = file.stem().string();
      Drafted& plan = drafted.emplace_back();
      plan.name = stem;
      plan.document = document_from_markup(read_file(file).value());
      plan.analysis = analyze(plan.document, real_rules(), real_matcher(), stem.substr(stem.rfind('-') + 1));
    }
    return drafted;
  }();
  return all;
}

Draft without(const Drafted& plan, const Draft& draft, const std::vector<Span>& rejected) {
  return draft_without(plan.document, plan.analysis, real_rules(),
                       *real_rules().find_question(draft.question), rejected);
}

TEST(Redraft, IsTheSameDraftWhenNothingIsRejected) {
  ASSERT_GE(drafted_plans().size(), 2u);
  for (const Drafted& plan : drafted_plans())
    for (const Draft& draft : plan.analysis.drafts)
      EXPECT_EQ(without(plan, draft, {}), draft) << plan.name << " " << draft.question;
}

// Whoever rejects quote after quote comes to an end, and no rejected quote ever comes back.
TEST(Redraft, GivesUpAnAnswerWhoseQuotesAreAllRejected) {
  for (const Drafted& plan : drafted_plans()) {
    for (const Draft& first : plan.analysis.drafts) {
      Draft draft = first;
      std::vector<Span> rejected;
      for (int round = 0; round < 40 && !draft.evidence.empty(); ++round) {
        for (const Evidence& evidence : draft.evidence) rejected.push_back(evidence.span);
        draft = without(plan, draft, rejected);
        for (const auto* side : {&draft.evidence, &draft.counter})
          for (const Evidence& evidence : *side)
            EXPECT_TRUE(std::find(rejected.begin(), rejected.end(), evidence.span) == rejected.end())
                << plan.name << " " << draft.question << ": " << slice(plan.document.text, evidence.span);
      }
      EXPECT_TRUE(draft.evidence.empty()) << plan.name << " " << draft.question;
      const std::string answer = to_text(draft.answer, real_rules().find_question(draft.question)->type);
      if (!rejected.empty() && real_rules().find_question(draft.question)->type == AnswerType::rag) {
        EXPECT_EQ(answer, "No") << plan.name << " " << draft.question;
      }
    }
  }
}

TEST(Redraft, OneQuoteLessCanTurnTheAnswer) {
  const Document document = document_from_markup(
      "# Children and young people\n\nDr Amal Bell, Chief Nurse, is the executive lead for children and "
      "young "
      "people.\n\nWe will publish a report each year.\n");
  const Analysis analysis = analyze(document, real_rules(), real_matcher(), "plan");
  const auto draft = std::find_if(analysis.drafts.begin(), analysis.drafts.end(),
                                  [](const Draft& d) { return d.question == "LEAD-01"; });
  ASSERT_TRUE(draft != analysis.drafts.end());
  ASSERT_EQ(draft->answer.lead, LeadStatus::named);
  ASSERT_FALSE(draft->evidence.empty());
  const Draft rest = draft_without(document, analysis, real_rules(), *real_rules().find_question("LEAD-01"),
                                   {draft->evidence.front().span});
  EXPECT_EQ(rest.answer.lead, LeadStatus::not_named);
}

}  // namespace
}  // namespace planmark
