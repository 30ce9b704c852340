// The examples that stand beside each question in lexicons/survey.
#include <gtest/gtest.h>

#include "tests/analyze/real_lexicons.h"

namespace planmark {
namespace {

TEST(QuestionExamples, ComeToWhatTheySay) {
  for (const Question& question : real_rules().questions) {
    for (const QuestionExample& example : question.examples) {
      const Document document = document_from_markup(example.text);
      const Analysis analysis = analyze(document, real_rules(), real_matcher(), question.parts.front());
      for (const Draft& draft : analysis.drafts) {
        if (draft.question != question.id) continue;
        EXPECT_EQ(to_text(draft.answer, question.type), example.expect)
            << "lexicons/" << question.file << ":" << example.line << "\n"
            << example.text;
      }
    }
  }
}

}  // namespace
}  // namespace planmark
