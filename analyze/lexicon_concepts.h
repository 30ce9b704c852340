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
  bool known_gap = false;  // recorded as not yet so: the loader lets it pass
};

// A rule as it was written.
struct WrittenRule {
  PlacedText text;
  const char* key = "";  // "terms", "not_patterns"
  bool is_term = false;
};

// A concept with its rules (concept_index not yet set) and what only the loader needs.
struct ConceptEntry {
  Concept topic;
  const LexiconFile* file = nullptr;
  Place place;  // of the id
  std::vector<Rule> rules;
  std::vector<WrittenRule> written;  // one for each of `rules`
  std::vector<ConceptExample> examples;
};

// With Trial::skip the patterns written by people are taken as they are.
std::vector<ConceptEntry> read_concepts(const LexiconFile& file, const Inflections& inflections, Trial trial,
                                        Mistakes& mistakes);

// The keys of a concept that hold terms, in the order in which rules are numbered.
std::vector<std::string> term_keys();

// An example and what is wrong with it; nothing wrong is an empty text.
struct TriedExample {
  const ConceptEntry* entry = nullptr;
  const ConceptExample* example = nullptr;
  std::string fault;
};

// Runs every example with the rules' matcher, known gaps too. Requires: `rules` was made from `entries` and
// has one.
std::vector<TriedExample> try_examples(const std::vector<ConceptEntry>& entries, const RuleBook& rules);

// Reports every example that is not as it should be, known gaps left out. Requires: as above.
void check_examples(const std::vector<ConceptEntry>& entries, const RuleBook& rules, Mistakes& mistakes);

}  // namespace planmark
