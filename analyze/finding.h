// Sentences that bear on a question, each with why it counts or the first reason why it does not.
//
// A sentence that holds a topic is put to every condition of the question (conditions_of). One that meets
// them all qualifies; the others are near misses, and how near is the number of conditions they failed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/context.h"
#include "analyze/draft_inputs.h"
#include "analyze/rule_book.h"

namespace planmark {

// What a question demands of a sentence, read from its settings (lexicons/README.md lists the keys).
struct Conditions {
  ChildScope least_scope = ChildScope::unsaid;  // how near a word for children has to be
  bool bars_adults = false;                   // about adults does not count, about nobody in particular does
  std::vector<std::uint32_t> child_concepts;  // topics that are about children by themselves; sorted
  std::vector<Position> positions;
  std::vector<Owner> owners;
  Modality least_modality = Modality::need;
  bool denial_counts = true;  // false: "have not had a review" does not speak against the topic
  bool past_only = false;
  std::vector<std::uint32_t> require_cues;     // at least one of them, within reach; sorted
  std::vector<std::uint32_t> action_concepts;  // topics for which one of action_cues will do as well; sorted
  std::vector<std::uint32_t> action_cues;      // in the sentence itself; sorted
  bool reach_stem = true;                      // a list's stem, a table's head
  bool reach_neighbour = false;                // the sentence before or after in the same paragraph
  bool reach_paragraph = false;             // any earlier sentence of the same paragraph ("It reports to...")
  bool reach_block = false;                 // what is said of the subject of a block (block_subject.h)
  std::vector<std::uint32_t> follow_cues;   // the next sentence with one speaks on of the topic; sorted
  std::vector<std::uint32_t> section_cues;  // a heading with one of them stands for a required cue where the
                                            // sentence does more than report; sorted
  std::vector<std::uint32_t> reject_section_cues;  // a heading with one sets its section aside; sorted
  std::vector<std::uint32_t> reject_cues;          // sorted
  std::vector<std::uint32_t>
      heading_cues;  // a heading with one of them says the section is on the topic; sorted
  std::vector<std::uint32_t> strong_cues;    // make a sentence tell more than others; sorted
  std::vector<std::uint32_t> list_concepts;  // kinds of thing that are counted as members of a list; sorted
  std::uint32_t list_limit = 0;              // as many different ones: a bare list; 0: no limit
};

Conditions conditions_of(const Settings& settings, const RuleBook& rules);

struct Finding {
  std::uint32_t sentence = 0;
  std::uint32_t concept_index = 0;   // the topic
  Span topic;                        // where it stands
  std::vector<std::uint32_t> rules;  // that found it, topic and required cues; sorted indices
  ChildScope scope = ChildScope::unsaid;
  Modality modality = Modality::stated;
  bool weak = false;           // only a weak term names the topic: counts below a heading on the topic alone
  bool required_here = false;  // the required cue stands in the sentence itself
  bool headed = false;         // below a heading on the topic
  bool strong = false;         // with one of the question's strong cues
  std::uint32_t repeated = 0;  // mentions of the topic in the sentence beyond the first
  std::uint32_t failed = 0;    // conditions not met; 0: it qualifies
  std::string why_not;         // the first of them, as "is ..."/"names ..."; empty when it qualifies

  bool qualifies() const { return failed == 0; }
};

// One finding for each sentence and topic (its best mention), in text order. Of qualifying sentences that
// repeat one another (5-gram Jaccard of 0.8 or more) only the first is kept. `topics` are concept indices,
// sorted.
std::vector<Finding> find_findings(const DraftInputs& inputs, const std::vector<std::uint32_t>& topics,
                                   const Conditions& conditions);

// Indices of concepts by id, sorted. Requires: the ids exist.
std::vector<std::uint32_t> concept_indices(const std::vector<std::string>& ids, const RuleBook& rules);

}  // namespace planmark
