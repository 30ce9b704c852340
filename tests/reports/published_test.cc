// Every percentage that the report of January 2024 printed, beside what answers with its counts give.
// published_2024.csv holds the numbers; where the report printed no count, it is the one that the percentage
// and the base allow.
#include "reports/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/file.h"
#include "base/format.h"
#include "reports/percentage.h"

namespace planmark {
namespace {

using Outcome = ComparedNumber::Outcome;

std::vector<PublishedNumber> report_2024() {
  const std::string file = std::string(PLANMARK_SOURCE_DIR) + "/tests/reports/published_2024.csv";
  return read_published(read_file(file).value(), file).value();
}

FigureRow row(const std::string& label, const PublishedNumber& number) {
  return {label, {*number.count, *number.base}, {}};
}

// Figures with the counts of the table: what answers with those counts come to.
std::vector<Figure> figures_with_counts(const std::vector<PublishedNumber>& numbers) {
  std::map<std::pair<std::string, std::string>, Figure> all;
  for (const PublishedNumber& number : numbers) {
    if (!number.count || !number.base) continue;
    Figure& figure = all[{number.question, number.part}];
    figure.question = number.question;
    figure.part = number.part;
    figure.base = *number.base;
    if (number.option == "Yes + To some extent") {  // where only the sum was printed, all of it is Yes
      if (figure.rows.empty()) figure.rows = {row("Yes", number), {"To some extent", {0, *number.base}, {}}};
    } else {
      figure.rows.push_back(row(number.option, number));
    }
  }
  std::vector<Figure> figures;
  for (auto& [place, figure] : all) figures.push_back(std::move(figure));
  return figures;
}

std::string shown(const ComparedNumber& number) {
  return format("{} {} {} %: {}", number.published.question, number.published.option,
                number.published.per_cent, words_of(number.outcome));
}

TEST(Published, EveryPossiblePercentageOfTheReportOf2024IsGiven) {
  const auto numbers = report_2024();
  const auto compared = compare_published(numbers, figures_with_counts(numbers));
  std::size_t same = 0;
  std::vector<std::string> others;
  for (const ComparedNumber& number : compared) {
    if (number.outcome == Outcome::same)
      ++same;
    else
      others.push_back(shown(number));
  }
  EXPECT_EQ(same, 74U);
  EXPECT_THAT(others,
              testing::ElementsAre("POP-05 No 59 %: no base", "LEAD-01 not named 57 %: no base",
                                   "LEAD-03 not named 57 %: no base", "LEAD-04 not named 69 %: no base",
                                   "LEAD-05 no 55 %: no base", "INEQ-07 No 27 %: impossible"));
}

TEST(Published, SaysWhyANumberIsNotOurs) {
  const struct {
    const char* line;
    Outcome outcome;
    const char* remark;
  } rows[] = {
      {"COP-01,strategy,Yes,52,16,31", Outcome::same, ""},
      {"COP-01,strategy,Yes + No,71,22,31", Outcome::same, ""},
      {"COP-01,strategy,no,19,,31", Outcome::same, ""},
      {"COP-01,strategy,Yes,48,15,31", Outcome::different, "printed 48, the answers give 16 of 31 (52 %)"},
      {"COP-01,strategy,Yes,27,,29", Outcome::impossible,
       "no whole number of 29 is 27 %; it would fit 6/22, 7/26, 8/30, 9/33, 10/37, 11/41"},
      {"COP-01,strategy,Yes,57,,", Outcome::no_base, "printed without its base; it would fit"},
      {"COP-01,plan,Yes,52,16,31", Outcome::not_here, "there is no such figure"},
      {"COP-01,strategy,Perhaps,52,16,31", Outcome::not_here, "the figure has no such answer"},
  };
  Figure figure;
  figure.question = "COP-01";
  figure.part = "strategy";
  figure.base = 31;
  figure.rows = {{"Yes", {16, 31}, {}}, {"To some extent", {9, 31}, {}}, {"No", {6, 31}, {}}};
  for (const auto& row : rows) {
    const auto numbers =
        read_published(std::string("question,part,option,percent,count,base\n") + row.line, "t.csv");
    ASSERT_TRUE(numbers) << row.line;
    const ComparedNumber compared = compare_published(*numbers, {figure}).at(0);
    EXPECT_EQ(compared.outcome, row.outcome) << row.line;
    EXPECT_THAT(compared.remark, testing::HasSubstr(row.remark)) << row.line;
  }
}

TEST(Published, MistakesAreNamedWithTheirPlace) {
  const struct {
    const char *csv, *where;
  } rows[] = {{"", "t.csv"},
              {"question,part,option,percent,count\n", "t.csv:1"},
              {"question,part,option,percent,count,base\nA,plan,Yes,52 %,,\n", "t.csv:2"},
              {"question,part,option,percent,count,base\nA,plan,Yes,101,,\n", "t.csv:2"}};
  for (const auto& row : rows) {
    const auto numbers = read_published(row.csv, "t.csv");
    ASSERT_FALSE(numbers) << row.csv;
    EXPECT_EQ(numbers.error().where, row.where);
  }
}

}  // namespace
}  // namespace planmark
