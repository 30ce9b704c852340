#include "corpus/lineage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

// Two systems became one on 1 April 2026, a third gave a part of itself to a fourth and ended.
const Register& small_register() {
  static const Register made = [] {
    Register systems;
    const auto add = [&](const char* code, const char* name, const char* from, const char* to) {
      systems.systems.push_back({code, "", name, "", "North", {}, {}, from, to});
    };
    add("A1", "Ashmarsh", "2022-07-01", "2026-03-31");
    add("B1", "Brackendale", "2022-07-01", "2026-03-31");
    add("C1", "Carrow", "2026-04-01", "");
    add("D1", "Dunmere", "2022-07-01", "");
    add("E1", "Elverton", "2022-07-01", "");
    systems.successions = {
        {"D1", "", "2025-26", SuccessionKind::cluster, "whole", "Dunmere + Elverton"},
        {"A1", "C1", "2026-04-01", SuccessionKind::merger, "whole", ""},
        {"B1", "C1", "2026-04-01", SuccessionKind::merger, "whole", ""},
        {"D1", "E1", "2026-04-01", SuccessionKind::boundary_change, "the northern valley", ""}};
    return systems;
  }();
  return made;
}

Identity edition(const char* system, const char* year, const char* part = "plan") {
  return {system, part, year, "", ""};
}

TEST(Comparability, SaysWhatPassedBetweenTwoEditions) {
  struct {
    Identity before, after;
    Comparability verdict;
    const char* because;
  } const rows[] = {
      {edition("A1", "2023"), edition("A1", "2024"), Comparability::comparable, ""},
      {edition("A1", "2025"), edition("C1", "2026"), Comparability::partly,
       "On 2026-04-01 all of Ashmarsh and all of Brackendale passed to Carrow."},
      {edition("E1", "2025"), edition("E1", "2026"), Comparability::partly,
       "a part of Dunmere (the northern valley) passed to Elverton"},
      {edition("E1", "2024"), edition("E1", "2025"), Comparability::comparable, ""},
      {edition("D1", "2025"), edition("E1", "2026"), Comparability::partly, "the northern valley"},
      {edition("E1", "2025"), edition("C1", "2026"), Comparability::not_comparable, "did not take over"},
      {edition("A1", "2023", "strategy"), edition("A1", "2024"), Comparability::not_comparable,
       "other questions"},
      {edition("A1", ""), edition("A1", "2024"), Comparability::partly, "edition"},
      {edition("", "2023"), edition("A1", "2024"), Comparability::not_comparable, "not known"},
      {edition("Nowhere", "2023"), edition("Nowhere", "2024"), Comparability::comparable, ""},
      {edition("Nowhere", "2023"), edition("A1", "2024"), Comparability::not_comparable, "different systems"},
  };
  for (const auto& row : rows) {
    const Comparable found = comparability(row.before, row.after, small_register());
    EXPECT_EQ(found.verdict, row.verdict)
        << row.before.system << " " << row.after.system << " " << row.because;
    EXPECT_EQ(found.because.empty(), *row.because == 0);
    EXPECT_THAT(found.because.empty() ? "" : found.because.front(), HasSubstr(row.because));
  }
}

TEST(BaseChange, FallsByOneWhereTwoSystemsBecomeOne) {
  const BaseChange change = base_change("2025", "2026", small_register());
  EXPECT_EQ(change.before, 4U);
  EXPECT_EQ(change.after, 3U);
  EXPECT_THAT(change.because, ElementsAre(HasSubstr("passed to Carrow"), HasSubstr("passed to Elverton")));
  EXPECT_TRUE(base_change("2024", "2025", small_register()).because.empty()) << "a cluster is no merger";
}

TEST(Lineage, RunsThroughTheMergersOfApril2026) {
  const Register systems = load_register(PLANMARK_SOURCE_DIR "/corpus/register").value();
  EXPECT_THAT(ancestors("T6Y0W", systems), ElementsAre("QJG", "QMM"));
  EXPECT_THAT(ancestors("QMM", systems), ElementsAre());
  const BaseChange change = base_change("2025", "2026", systems);
  EXPECT_EQ(change.before, 42U);
  EXPECT_EQ(change.after, 36U);
  EXPECT_EQ(base_line(change, "2025", "2026"),
            "The register has 42 systems in 2025 and 36 in 2026: the base falls by 6.");
  EXPECT_THAT(base_line(base_change("2023", "2024", systems), "2023", "2024"), EndsWith("42 in 2024."));
  EXPECT_EQ(comparability(edition("QMM", "2025"), edition("T6Y0W", "2026"), systems).verdict,
            Comparability::partly);
}

}  // namespace
}  // namespace planmark
