// Reads the [[concept]] tables of concepts/ and cues/: terms become patterns, patterns are tried, examples
// are run.
#pragma once

#include <vector>

#include "analyze/lexicon_table.h"
#include "analyze/rule_book.h"
#include "analyze/term_pattern.h"

namespace planmark {

struct ConceptExample {
  PlacedText text;
  bool must_match = false;
};

// A concept with its rules (concept_index not yet set) and what only the loader needs.
struct ConceptEntry {
  Concept topic;
  const LexiconFile* file = nullptr;
  Place place;  // of the id
  std::vector<Rule> rules;
  std::vector<ConceptExample> examples;
};

// With Trial::skip the patterns written by people are taken as they are.
std::vector<ConceptEntry> read_concepts(const LexiconFile& file, const Inflections& inflections, Trial trial,
                                        Mistakes& mistakes);

// Runs every example with the finished rules' matcher. Requires: `rules` was made from `entries` and has one.
void check_examples(const std::vector<ConceptEntry>& entries, const RuleBook& rules, Mistakes& mistakes);

}  // namespace planmark
