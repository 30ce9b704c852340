#include "analyze/quote_rank.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <utility>

namespace planmark {
namespace {

constexpr int kStrong = 16;
constexpr int kHeaded = 12;
constexpr int kRequiredHere = 8;
constexpr int kAspect = 8;
constexpr int kMention = 4;
constexpr int kCompany = 4;
constexpr int kNeighbour = 4;
constexpr int kAside = -8;  // a box or a person's words
constexpr int kDetail = 1;
constexpr int kChildNamed = 1;

constexpr int kMostMentions = 3;  // beyond the first
constexpr int kMostCompany = 4;
constexpr int kMostDetails = 4;

constexpr std::size_t kAlwaysShown = 2;
constexpr int kNearly = 12;

struct Weighed {
  const Finding* finding = nullptr;
  int weight = 0;
};

// The sentence before or after is one of them. `findings` are of different sentences.
bool has_neighbour(const Finding& finding, const std::vector<const Finding*>& findings) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding* other) {
    return other->sentence + 1 == finding.sentence || finding.sentence + 1 == other->sentence;
  });
}

std::vector<Weighed> ranked(const std::vector<Finding>& findings, const DraftInputs& inputs) {
  std::vector<const Finding*> firsts;
  for (const Finding& finding : findings)
    if (finding.qualifies() && (firsts.empty() || firsts.back()->sentence != finding.sentence))
      firsts.push_back(&finding);
  const std::vector<int> weights = weights_together(firsts, inputs);
  std::vector<Weighed> order;
  for (std::size_t i = 0; i < firsts.size(); ++i) order.push_back({firsts[i], weights[i]});
  std::stable_sort(order.begin(), order.end(),
                   [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  return order;
}

}  // namespace

int weight_of(const Finding& finding, const DraftInputs& inputs) {
  const Context& context = inputs.contexts[finding.sentence];
  int weight = kDetail * std::min(kMostDetails, std::popcount(context.details));
  weight += kMention * std::min(kMostMentions, static_cast<int>(finding.repeated));
  if (finding.required_here) weight += kRequiredHere;
  if (finding.strong) weight += kStrong;
  if (finding.headed) weight += kHeaded;
  if (finding.scope == ChildScope::same) weight += kChildNamed;
  if (context.position == Position::box || context.position == Position::quote) weight += kAside;
  return weight;
}

std::vector<int> weights_together(const std::vector<const Finding*>& findings, const DraftInputs& inputs) {
  std::map<std::uint32_t, int> below_heading;
  for (const Finding* finding : findings) ++below_heading[inputs.contexts[finding->sentence].heading];
  std::vector<int> weights;
  for (const Finding* finding : findings) {
    const int others = below_heading[inputs.contexts[finding->sentence].heading] - 1;
    const int beside = has_neighbour(*finding, findings) ? kNeighbour : 0;
    weights.push_back(weight_of(*finding, inputs) + kCompany * std::min(kMostCompany, others) + beside);
  }
  return weights;
}

int weight_of_aspects(int aspects) { return kAspect * (aspects - 1); }

bool is_worth_showing(std::size_t rank, int weight, int best) {
  return rank < kAlwaysShown || weight >= best - kNearly;
}

std::vector<const Finding*> weightiest(const std::vector<Finding>& findings, const DraftInputs& inputs) {
  std::vector<const Finding*> order;
  for (const Weighed& each : ranked(findings, inputs)) order.push_back(each.finding);
  return order;
}

std::vector<const Finding*> worth_showing(const std::vector<Finding>& findings, const DraftInputs& inputs,
                                          std::size_t limit) {
  std::vector<const Finding*> shown;
  const std::vector<Weighed> order = ranked(findings, inputs);
  for (std::size_t rank = 0; rank < std::min(order.size(), limit); ++rank)
    if (is_worth_showing(rank, order[rank].weight, order.front().weight))
      shown.push_back(order[rank].finding);
  return shown;
}

}  // namespace planmark
