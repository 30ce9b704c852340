#include "analyze/clause.h"

#include <gtest/gtest.h>

#include <string>

namespace planmark {
namespace {

// The topic stands between bars, its clause in brackets.
TEST(Clause, LiesBetweenTheNearestBreaks) {
  for (const std::string marked : {
           "[We fund |hubs| for children]; trusts pay for beds.",
           "Trusts pay:[ we fund |hubs|]: they open in May",
           "Beds are full but [we fund |hubs| in May] although money is short.",
           "Beds\t[|hubs|]\tMay",
           "[Butter and |hubs|, whileaway]",
           "[|hubs| unless]",
       }) {
    std::string text;
    Span clause, topic;
    bool open = false;
    for (const char c : marked) {
      const auto at = static_cast<std::uint32_t>(text.size());
      if (c == '[') clause.begin = at;
      if (c == ']') clause.end = at;
      if (c == '|') (open ? topic.end : topic.begin) = at, open = true;
      if (c != '[' && c != ']' && c != '|') text += c;
    }
    const Span sentence{0, static_cast<std::uint32_t>(text.size())};
    EXPECT_EQ(ClauseBreaks(text).clause_of(sentence, topic), clause) << marked;
  }
}

}  // namespace
}  // namespace planmark
