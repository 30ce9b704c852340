#include "corpus/vote.h"

#include <algorithm>

namespace planmark {
std::vector<Total> totals_of(const std::vector<Vote>& votes) {
  std::vector<Total> totals;
  for (const Vote& vote : votes) {
    auto found = std::ranges::find(totals, vote.value, &Total::value);
    if (found == totals.end()) found = totals.insert(totals.end(), Total{vote.value, 0});
    found->weight += vote.weight;
  }
  std::ranges::stable_sort(totals, std::ranges::greater(), &Total::weight);
  return totals;
}

Verdict count_votes(const std::string& member, const std::vector<Vote>& votes, unsigned needed) {
  Verdict verdict;
  const std::vector<Total> totals = totals_of(votes);
  if (totals.empty()) return verdict;
  if (totals[0].weight >= needed) verdict.value = totals[0].value;
  verdict.disputed = totals.size() > 1 && 2 * totals[1].weight >= totals[0].weight;
  for (const Total& total : totals) {
    std::vector<Vote> own;
    std::ranges::copy_if(votes, std::back_inserter(own),
                         [&](const Vote& vote) { return vote.value == total.value; });
    std::ranges::stable_sort(own, std::ranges::greater(), &Vote::weight);
    for (const Vote& vote : own) {
      IdentityEvidence evidence{member, vote.value, vote.source, vote.quote};
      std::ranges::replace(evidence.quote, '\n', ' ');
      if (std::ranges::find(verdict.evidence, evidence) == verdict.evidence.end())
        verdict.evidence.push_back(std::move(evidence));
    }
  }
  return verdict;
}

}  // namespace planmark
