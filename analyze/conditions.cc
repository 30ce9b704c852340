// A question's settings, read as conditions on a sentence.
#include <algorithm>
#include <utility>

#include "analyze/finding.h"
#include "analyze/question_settings.h"

namespace planmark {
namespace {

using Indices = std::vector<std::uint32_t>;

std::vector<Position> positions_of(const Settings& settings) {
  std::vector<Position> positions;
  for (int value = 0; value <= static_cast<int>(Position::outside); ++value)
    if (says(settings, "positions", name_of(static_cast<Position>(value))))
      positions.push_back(static_cast<Position>(value));
  return positions;
}

std::vector<Owner> owners_of(const Settings& settings) {
  std::vector<Owner> owners;
  for (const auto& [owner, name] :
       {std::pair{Owner::own, "own"}, std::pair{Owner::partner, "partner"}, std::pair{Owner::other, "other"}})
    if (says(settings, "owners", name)) owners.push_back(owner);
  return owners;
}

}  // namespace

Indices concept_indices(const std::vector<std::string>& ids, const RuleBook& rules) {
  Indices indices;
  for (const std::string& id : ids) indices.push_back(rules.concept_index(id));
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

Conditions conditions_of(const Settings& settings, const RuleBook& rules) {
  const auto concepts = [&](const char* key) { return concept_indices(list_of(settings, key), rules); };
  Conditions conditions;
  if (says(settings, "scope", "child section")) conditions.least_scope = ChildScope::section;
  if (says(settings, "scope", "child")) conditions.least_scope = ChildScope::adjoining;
  if (says(settings, "scope", "child named")) conditions.least_scope = ChildScope::near;
  conditions.bars_adults = says(settings, "scope", "not adult");
  conditions.child_concepts = concepts("child_concepts");
  conditions.positions = positions_of(settings);
  conditions.owners = owners_of(settings);
  for (const std::string& name : list_of(settings, "least_modality"))
    parse_name(name, conditions.least_modality);
  conditions.denial_counts = !says(settings, "denial", "ignored");
  conditions.past_only = says(settings, "time", "past");
  conditions.require_cues = concepts("require_cues");
  conditions.action_concepts = concepts("action_concepts");
  conditions.action_cues = concepts("action_cues");
  conditions.reach_stem = says(settings, "reach", "stem");
  conditions.reach_neighbour = says(settings, "reach", "neighbour");
  conditions.reach_paragraph = says(settings, "reach", "paragraph");
  conditions.reach_block = says(settings, "reach", "block");
  conditions.follow_cues = concepts("follow_cues");
  conditions.section_cues = concepts("section_cues");
  conditions.reject_section_cues = concepts("reject_section_cues");
  conditions.reject_cues = concepts("reject_cues");
  conditions.heading_cues = concepts("heading_cues");
  conditions.strong_cues = concepts("strong_cues");
  conditions.list_concepts = concepts("list_concepts");
  conditions.list_limit = static_cast<std::uint32_t>(count_of(settings, "list_limit"));
  return conditions;
}

}  // namespace planmark
