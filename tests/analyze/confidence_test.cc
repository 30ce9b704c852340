#include "analyze/confidence.h"

#include <gtest/gtest.h>

namespace planmark {
namespace {

Document three_pages() {
  Document document;
  document.text = "abc";
  for (std::uint32_t at = 0; at < 3; ++at) document.pages.push_back({.span = {at, at + 1}});
  return document;
}

struct Row {
  const char* answer;
  std::vector<std::uint32_t> quoted;  // pages of its quotes, from 0
  bool doubted;
  Confidence expected;
};

TEST(Confidence, IsThePointsOfTheAnswerItsQuotesAndPagesLessDoubt) {
  Question question;
  question.settings.numbers = {{"sure_yes", 1},         {"sure_yes_quotes", 3}, {"sure_some", 2},
                               {"sure_some_quotes", 1}, {"sure_some_pages", 1}, {"sure_no", 2},
                               {"sure_doubt", 1},       {"sure_medium", 2},     {"sure_high", 4}};
  const Row rows[] = {
      {"Yes", {0}, false, Confidence::low},
      {"Yes", {0, 1}, false, Confidence::medium},
      {"Yes", {0, 1, 1, 1}, false, Confidence::high},
      {"Yes", {0, 1, 1, 1}, true, Confidence::medium},
      {"To some extent", {0}, false, Confidence::medium},
      {"To some extent", {0, 0, 0, 0, 0}, false, Confidence::medium},
      {"To some extent", {0, 1, 2}, false, Confidence::high},
      {"No", {}, false, Confidence::medium},
      {"No", {}, true, Confidence::low},
  };
  for (const Row& row : rows) {
    Draft draft;
    draft.answer.value = row.answer;
    draft.confidence = row.doubted ? Confidence::low : Confidence::high;
    for (const std::uint32_t page : row.quoted) draft.evidence.push_back({{page, page + 1}, {}, {}});
    EXPECT_EQ(weighed_confidence(draft, question, three_pages()), row.expected)
        << row.answer << ", " << row.quoted.size() << " quotes" << (row.doubted ? ", doubted" : "");
  }
}

TEST(Confidence, WithoutPointsIsWhatTheDeciderSaid) {
  Draft draft;
  draft.confidence = Confidence::medium;
  EXPECT_EQ(weighed_confidence(draft, {}, three_pages()), Confidence::medium);
}

}  // namespace
}  // namespace planmark
