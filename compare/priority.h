// A strategy's priorities, and what a plan does for each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "compare/commitment.h"

namespace planmark {

// Patterns are RE2 over folded text, in any case.
struct PriorityRules {
  std::shared_ptr<const PatternSet> numbered;     // how a block begins that is a priority: "Priority 1:"
  std::shared_ptr<const PatternSet> introduced;   // a heading or stem below which priorities stand
  std::shared_ptr<const PatternSet> tied_heads;   // of a column that names the strategy's priorities
  std::shared_ptr<const PatternSet> owner_heads;  // of a table's column that names who is responsible
  std::shared_ptr<const PatternSet> owners;       // the same in a sentence: "led by the Chief Nurse"
  std::vector<std::string> common_words;          // say nothing of what a priority is about
  double covers =
      0;  // share of the weight of a priority's words, of those that the plan has, that an action has
  double covers_all = 0;  // and of all its words
  // Of a strategy and its plan, and for each priority "NAME: number of actions".
  std::vector<RuleExample> examples;
};

// The name of the file in the folder of lexicons.
inline constexpr const char* priorities_file = "priorities.toml";

// Errors: as of load_commitment_rules().
Result<PriorityRules> load_priority_rules(const std::filesystem::path& lexicons);

struct Priority {
  Span span;  // its name, without "Priority 1:"
};

// Blocks that call themselves a priority, where there are two and more; otherwise the items and headings
// right below a heading or stem that introduces priorities. In text order, one that is named again once.
std::vector<Priority> priorities_of(const Document& strategy, const PriorityRules& rules);

struct PlanAction {
  Commitment promise;
  Span owner;         // empty: none is named
  double covers = 0;  // of the priority's words
};

// For each priority the plan's promises for it, best first; and the rows of a table that names it in a column
// for the strategy's priorities, whatever they hold. A word weighs the more the fewer sentences of the
// plan have it; endings of number and tense do not count; the words of the headings above a promise are its
// own.
std::vector<std::vector<PlanAction>> actions_for(const Document& strategy,
                                                 const std::vector<Priority>& priorities,
                                                 const Document& plan,
                                                 const std::vector<Sentence>& plan_sentences,
                                                 const CommitmentRules& commitments,
                                                 const PriorityRules& rules);

}  // namespace planmark
