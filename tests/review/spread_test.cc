#include "review/spread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "base/format.h"

namespace planmark {
namespace {

using Loads = std::vector<std::uint32_t>;

Loads loads_after(const Spread& spread, const std::vector<SpreadPerson>& people) {
  Loads loads;
  for (const SpreadPerson& person : people) {
    loads.push_back(person.load);
    for (const auto& [document, name] : spread.given)
      if (name == person.name) ++loads.back();
  }
  return loads;
}

// Every way there is: the most documents given, then the least sum of squares of the loads.
std::pair<std::size_t, std::uint64_t> best_of_all(const std::vector<SpreadDocument>& documents,
                                                  std::vector<SpreadPerson> people) {
  std::pair<std::size_t, std::uint64_t> best{documents.size() + 1, 0};
  std::function<void(std::size_t, std::size_t)> place = [&](std::size_t at, std::size_t left) {
    if (at == documents.size()) {
      std::uint64_t squares = 0;
      for (const SpreadPerson& person : people) squares += std::uint64_t{person.load} * person.load;
      best = std::min(best, {left, squares});
      return;
    }
    for (SpreadPerson& person : people) {
      const auto& barred = documents[at].barred;
      if (std::find(barred.begin(), barred.end(), person.name) != barred.end()) continue;
      if (person.capacity && person.load >= *person.capacity) continue;
      ++person.load;
      place(at + 1, left);
      --person.load;
    }
    place(at + 1, left + 1);
  };
  place(0, 0);
  return best;
}

TEST(Spread, IsAsEvenAsTheBestOfAllWays) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    std::vector<SpreadPerson> people;
    for (std::uint32_t p = 0; p < 3; ++p) {
      people.push_back({format("p{}", p), static_cast<std::uint32_t>(random() % 3), std::nullopt});
      if (random() % 3 == 0)
        people.back().capacity = people.back().load + static_cast<std::uint32_t>(random() % 3);
    }
    std::vector<SpreadDocument> documents;
    for (std::uint32_t d = 0; d < 6; ++d) {
      documents.push_back({format("d{}", d)});
      for (const SpreadPerson& person : people)
        if (random() % 3 == 0) documents.back().barred.push_back(person.name);
    }
    const Spread spread = spread_evenly(documents, people, format("{}", round));
    std::uint64_t squares = 0;
    for (const std::uint32_t load : loads_after(spread, people)) squares += std::uint64_t{load} * load;
    EXPECT_EQ(std::pair(spread.left.size(), squares), best_of_all(documents, people)) << round;
    for (const auto& [document, name] : spread.given)
      for (const SpreadDocument& known : documents)
        if (known.sha256 == document) {
          EXPECT_TRUE(std::find(known.barred.begin(), known.barred.end(), name) == known.barred.end());
        }
  }
}

TEST(Spread, LoadsDifferByOneAtMostWhereNothingIsBarred) {
  std::vector<SpreadDocument> documents;
  for (int d = 0; d < 84; ++d) documents.push_back({format("d{}", d)});
  std::vector<SpreadPerson> people;
  for (int p = 0; p < 20; ++p) people.push_back({format("p{}", p), 0, std::nullopt});
  const Spread spread = spread_evenly(documents, people, "seed");
  const Loads loads = loads_after(spread, people);
  EXPECT_EQ(*std::max_element(loads.begin(), loads.end()), 5u);
  EXPECT_EQ(*std::min_element(loads.begin(), loads.end()), 4u);
  EXPECT_EQ(spread_evenly(documents, people, "seed"), spread) << "the same seed";
  EXPECT_NE(spread_evenly(documents, people, "other"), spread);
}

}  // namespace
}  // namespace planmark
