#include "reports/drafts_jsonl.h"

#include <gtest/gtest.h>

#include "tests/reports/sample_drafts.h"

namespace planmark {
namespace {

std::string line(std::size_t number) {
  std::string text = drafts_jsonl(sample_drafts(), sample_questions());
  for (; number > 0; --number) text.erase(0, text.find('\n') + 1);
  return text.substr(0, text.find('\n'));
}

const std::string engine =
    R"("engine":{"version":"0.1","lexicon":"hash","poppler":"22.12.0","tesseract":null,)"
    R"("icu":"72.1","re2":"2022"}})";
const std::string head = R"({"file":"plan.pdf","document":")" + std::string(64, 'a') + R"(","role":"plan",)";

TEST(DraftsJsonl, ANamedPersonWithEvidence) {
  EXPECT_EQ(
      line(0),
      head +
          R"("question":"LEAD-01","answer":{"status":"named","role":"Chief Nurse","person":"Ann Bell"},)"
          R"("clauses":[{"id":"K1","met":true,"because":"a role is stated"},)"
          R"({"id":"K2","met":false,"because":"no date"},{"id":"K3","met":false,"because":"no date"}],)"
          R"("evidence":[{"quote":"The lead for children is Ann Bell, Chief Nurse.","page":1,)"
          R"("begin":5,"end":52,"boxes":[],"recognised":false,)"
          R"("rules":["lead/1","lead/2"]}],)"
          R"("counter":[{"quote":"Voices matter.","page":2,"begin":53,"end":67,"boxes":[],"recognised":false,"rules":[]}],)"
          R"("confidence":"high","searched":{"rules":0,"pages":0,"unreadable_pages":[]},)" +
          engine);
}

TEST(DraftsJsonl, NotAssessedIsAnAnswerOfItsOwn) {
  EXPECT_EQ(line(1),
            head +
                R"("question":"COP-01","answer":"Not assessed","clauses":[],"evidence":[],"counter":[],)"
                R"("confidence":"low","searched":{"rules":9,"pages":2,"unreadable_pages":[2]},)" +
                engine);
}

TEST(DraftsJsonl, OptionsAreAList) {
  EXPECT_NE(line(2).find(R"("answer":["SEND","other: carers"],)"), std::string::npos) << line(2);
}

TEST(DraftsJsonl, AQuestionThatIsNoLongerAskedIsLeftOut) {
  RuleBook rules = sample_questions();
  rules.questions.erase(rules.questions.begin());
  EXPECT_EQ(drafts_jsonl(sample_drafts(), rules).find("LEAD-01"), std::string::npos);
}

}  // namespace
}  // namespace planmark
