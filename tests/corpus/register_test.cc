#include "corpus/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Register& whole_register() {
  static const Result<Register> loaded = load_register(PLANMARK_SOURCE_DIR "/corpus/register");
  if (!loaded) throw std::runtime_error(describe(loaded.error()));
  return *loaded;
}

std::vector<std::string> codes(const std::vector<const System*>& systems) {
  std::vector<std::string> found;
  for (const System* system : systems) found.push_back(system->code);
  return found;
}

TEST(Register, Holds42SystemsIn2023And36After2026) {
  EXPECT_EQ(whole_register().open_on("2022-06-30").size(), 0U);
  EXPECT_EQ(whole_register().open_on("2023-06-30").size(), 42U);
  EXPECT_EQ(whole_register().open_on("2026-03-31").size(), 42U);
  EXPECT_EQ(whole_register().open_on("2026-04-01").size(), 36U);
}

TEST(Register, FollowsMergersSplitsAndBoundaries) {
  struct {
    std::string code;
    std::vector<std::string> successors;
    std::vector<std::string> predecessors;
  } const rows[] = {
      {"QHG", {"S1Y5D"}, {}},                  // merged whole
      {"QM7", {"D7T5G", "S1Y5D"}, {}},         // split in two
      {"QNQ", {"QRL", "S0E4D", "S9B9J"}, {}},  // split in three; one part went to a system that goes on
      {"QRL", {}, {"QNQ"}},                    // same code, larger area
      {"S9B9J", {}, {"QNQ", "QNX", "QXU"}},
      {"QJK", {}, {}},  // in a cluster: leaders shared, nothing passed on
  };
  for (const auto& row : rows) {
    EXPECT_EQ(codes(whole_register().successors(row.code)), row.successors) << row.code;
    EXPECT_EQ(codes(whole_register().predecessors(row.code)), row.predecessors) << row.code;
  }
}

TEST(Register, EverySystemThatClosedHasASuccessor) {
  for (const System& system : whole_register().systems)
    EXPECT_EQ(!system.valid_to.empty(), !whole_register().successors(system.code).empty()) << system.name;
}

TEST(Register, NamesTheMembersOfACluster) {
  std::vector<std::string> clusters;
  for (const Succession& succession : whole_register().successions)
    if (succession.predecessor == "QUA") clusters.push_back(succession.cluster);
  EXPECT_THAT(clusters, ElementsAre("Birmingham and Solihull + Black Country"));
}

TEST(Register, FindsASystemByWhatPeopleCallIt) {
  struct {
    const char* given;
    const char* code;  // empty: not found
  } const rows[] = {
      {"QHM", "QHM"},
      {"qhm", "QHM"},
      {"North East and North Cumbria", "QHM"},
      {"north east & north cumbria", "QHM"},
      {"NHS North East and North Cumbria Integrated Care Board", "QHM"},
      {"North East and North Cumbria ICB", "QHM"},
      {"NENC", "QHM"},
      {" NENC ", "QHM"},
      {"STAFFORDSHIRE AND STOKE ON TRENT", "QNC"},
      {"together we\u2019re better", "QNC"},
      {"humber, coast and vale", "QOQ"},
      {"joined up care derbyshire", "QJ2"},
      {"The Black Country", "QUA"},
      {"Sussex", "QNX"},
      {"Surrey and Sussex", "S9B9J"},
      {"BC", "QUA"},
      {"bc", ""},
      {"nn", ""},
      {"NN", "QT1"},
      {"BCE", ""},
      {"West Sussex", ""},
      {"Integrated Care Board", ""},
      {"NHS", ""},
      {"", ""},
      {"Halden", ""},
  };
  for (const auto& [given, code] : rows) {
    const System* found = whole_register().find(given);
    EXPECT_EQ(found ? found->code : "", code) << '"' << given << '"';
  }
}

const std::string systems_head =
    "code\tons_code\tname\tboard\tregion\taliases\tshort_names\tvalid_from\tvalid_to\n";
const std::string succession_head = "predecessor\tsuccessor\teffective\tkind\tpart_transferred\tcluster\n";
const std::string parts_head = "part\tplace\tweight\tphrase\tkind\n";

TEST(Register, SaysWhereItsDataAreWrong) {
  const std::string ash = "A1\t\tAsh\t\t\t\tAS\t2022-07-01\t\n";
  struct {
    std::string systems, successions, parts, error;
  } const rows[] = {
      {"code\tname\n", "", "", "systems.tsv:1: the columns are code, name (bad-input)"},
      {ash + "A2\t\tElm\n", "", "", "systems.tsv:3: 3 cells instead of 9 (bad-input)"},
      {ash + "A1\t\tElm\t\t\t\t\t\t\n", "", "", "systems.tsv:3: \"A1\" already means A1 (bad-input)"},
      {ash + "A2\t\tElm\t\t\tash ICS\t\t\t\n", "", "",
       "systems.tsv:3: \"ash ICS\" already means A1 (bad-input)"},
      {ash + "A2\t\tElm\t\t\t\tAS\t\t\n", "", "", "systems.tsv:3: \"AS\" already means A1 (bad-input)"},
      {ash + "A2\t\tElm\t\t\t\t\tJuly 2022\t\n", "", "",
       "systems.tsv:3: \"July 2022\" is not a date (bad-input)"},
      {ash, "A1\tZ9\t2026-04-01\tmerger\twhole\t\n", "",
       "succession.tsv:2: no system has the code \"Z9\" (bad-input)"},
      {ash, "A1\tA1\t2026-04-01\tswallowed\twhole\t\n", "",
       "succession.tsv:2: unknown kind \"swallowed\" (bad-input)"},
      {ash, "A1\t\t2026-04-01\tmerger\twhole\t\n", "",
       "succession.tsv:2: a cluster has members and no successor, anything else a successor and no members "
       "(bad-input)"},
      {ash, "", "novel\ttitle\t1\tpoems\t\n", "parts.tsv:2: unknown part \"novel\" (bad-input)"},
      {ash, "", "plan\tback\t1\tplan\t\n", "parts.tsv:2: unknown place \"back\" (bad-input)"},
      {ash, "", "plan\ttitle\theavy\tplan\t\n", "parts.tsv:2: weight \"heavy\" is not 1 to 9 (bad-input)"},
      {ash, "", "plan\ttitle\t1\tplan\t\nother\ttitle\t1\tPLAN\t\n",
       "parts.tsv:3: \"PLAN\" stands already on line 2 (bad-input)"},
  };
  for (const auto& row : rows) {
    const TemporaryFolder folder;
    const bool own_head = row.systems.starts_with("code");
    folder.write("systems.tsv", own_head ? row.systems : systems_head + row.systems);
    folder.write("succession.tsv", succession_head + row.successions);
    folder.write("parts.tsv", parts_head + row.parts);
    const Result<Register> loaded = load_register(folder.path());
    ASSERT_FALSE(loaded) << row.error;
    const std::string said = describe(loaded.error());
    EXPECT_EQ(said.substr(0, said.find('\n')), folder.path().string() + "/" + row.error);
  }
}

TEST(Register, SaysWhichFileIsMissing) {
  const TemporaryFolder folder;
  const Result<Register> loaded = load_register(folder.path());
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ProblemKind::not_found);
  EXPECT_EQ(loaded.error().where, (folder.path() / "systems.tsv").string());
}

}  // namespace
}  // namespace planmark
