// What the sentences that qualify for a question come to: how many, with how many kinds of detail, on how
// many pages, under which headings, how firm. The rubric's clauses are decided on it (decide_rag.cc).
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/draft_inputs.h"
#include "analyze/finding.h"
#include "analyze/section_measure.h"

namespace planmark {

// A qualifying sentence, seen as its best finding.
struct Item {
  const Finding* finding = nullptr;
  int weight = 0;
  std::uint32_t aspects = 0;  // bit i: it qualifies for the question's aspect i
};

struct Tally {
  std::vector<Item> items;                     // weightiest first, as quote_rank.h has it
  std::vector<const Finding*> best_of_aspect;  // nullptr where an aspect has no sentence
  int kinds_of_detail = 0;
  std::size_t explicit_items = 0;  // name topic and children together
  std::size_t pages = 0;
  SectionWords section;                // the longest below a heading on the topic
  const Finding* headed = nullptr;     // a sentence below a heading on the topic
  const Finding* evidenced = nullptr;  // one that meets K3
  const Finding* firm = nullptr;       // one that meets the floor
  Modality firmest = Modality::negated;

  std::size_t aspects_met() const;
};

// `findings`: for each aspect of the question its own; for a question without aspects one list.
Tally tally_of(const Question& question, const DraftInputs& inputs,
               const std::vector<std::vector<Finding>>& findings);

}  // namespace planmark
