#include "analyze/tally.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "analyze/question_settings.h"
#include "analyze/quote_rank.h"

namespace planmark {
namespace {

// The sentence after `sentence`, if it belongs to the same paragraph: what is said of a topic often goes on
// there.
std::uint32_t next_in_block(const DraftInputs& inputs, std::uint32_t sentence) {
  const std::uint32_t next = sentence + 1;
  return next < inputs.sentences.size() && inputs.sentences[next].block == inputs.sentences[sentence].block
             ? next
             : sentence;
}

Modality modality_named(const Settings& settings, const std::string& key) {
  Modality modality = Modality::need;
  for (const std::string& name : list_of(settings, key)) parse_name(name, modality);
  return modality;
}

// One item for each sentence, in text order.
std::vector<Item> items_of(const DraftInputs& inputs, const std::vector<std::vector<Finding>>& findings) {
  std::map<std::uint32_t, Item> by_sentence;
  for (std::size_t aspect = 0; aspect < findings.size(); ++aspect) {
    for (const Finding& finding : findings[aspect]) {
      if (!finding.qualifies()) continue;
      Item& item = by_sentence[finding.sentence];
      const int weight = weight_of(finding, inputs);
      if (!item.finding || weight > item.weight) item = {&finding, weight, item.aspects};
      item.aspects |= 1U << aspect;
    }
  }
  std::vector<Item> items;
  for (const auto& [sentence, item] : by_sentence) items.push_back(item);
  return items;
}

void rank(std::vector<Item>& items, const DraftInputs& inputs) {
  std::vector<const Finding*> findings;
  for (const Item& item : items) findings.push_back(item.finding);
  const std::vector<int> weights = weights_together(findings, inputs);
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i].weight = weights[i] + weight_of_aspects(std::popcount(items[i].aspects));
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.weight > b.weight; });
}

}  // namespace

std::size_t Tally::aspects_met() const {
  return static_cast<std::size_t>(std::count_if(best_of_aspect.begin(), best_of_aspect.end(),
                                                [](const Finding* best) { return best != nullptr; }));
}

Tally tally_of(const Question& question, const DraftInputs& inputs,
               const std::vector<std::vector<Finding>>& findings) {
  const Settings& settings = question.settings;
  const auto k3_cues = concept_indices(list_of(settings, "k3_cues"), inputs.rules);
  const Modality k3 = modality_named(settings, "k3_modality");
  const Modality floor = modality_named(settings, "floor_modality");
  const bool needs_child = !list_of(settings, "scope").empty();
  Tally tally;
  tally.items = items_of(inputs, findings);
  std::uint16_t details = 0;
  std::set<std::uint32_t> pages;
  for (const Item& item : tally.items) {
    const Finding& finding = *item.finding;
    const std::uint32_t next = next_in_block(inputs, finding.sentence);
    details = static_cast<std::uint16_t>(details | inputs.contexts[finding.sentence].details |
                                         inputs.contexts[next].details);
    pages.insert(page_at(inputs.document, finding.topic.begin));
    tally.explicit_items += !needs_child || finding.scope == ChildScope::same;
    if (!tally.headed && finding.headed) tally.headed = &finding;
    if (!tally.evidenced && finding.modality >= k3 &&
        (inputs.first_of(k3_cues, finding.sentence) || inputs.first_of(k3_cues, next)))
      tally.evidenced = &finding;
    if (!tally.firm && finding.modality >= floor) tally.firm = &finding;
    tally.firmest = std::max(tally.firmest, finding.modality);
  }
  tally.kinds_of_detail = std::popcount(details);
  tally.pages = pages.size();
  tally.section =
      longest_section_with(inputs, concept_indices(list_of(settings, "heading_cues"), inputs.rules));
  rank(tally.items, inputs);
  for (std::size_t aspect = 0; aspect < question.aspects.size(); ++aspect) {
    const auto best = std::find_if(tally.items.begin(), tally.items.end(),
                                   [&](const Item& item) { return (item.aspects >> aspect) & 1U; });
    tally.best_of_aspect.push_back(best == tally.items.end() ? nullptr : best->finding);
  }
  return tally;
}

}  // namespace planmark
