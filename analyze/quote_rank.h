// Which of a draft's sentences a reader sees, and in what order.
//
// A reader quotes the sentences that answer, from the passage in which the document speaks of the topic, and
// stops when another adds nothing. So a sentence weighs by what makes it an answer (a cue of its own, one of
// the question's strong cues, the heading above), by how often it comes back to the topic, and by how many of
// the others stand below the same heading, or right beside it. Numbers, dates and firmness make an answer
// better (tally.h) but hardly ever decide which sentence is quoted: they only part sentences that weigh the
// same otherwise. The numbers were chosen on two of three sets of quotes that readers had made and tried on
// the third, each way; of twenty others tried since on quotes for 36 plans only that for a neighbour improved
// both what is found and what is shown.
#pragma once

#include <cstddef>
#include <vector>

#include "analyze/draft_inputs.h"
#include "analyze/finding.h"

namespace planmark {

// How much a finding tells by itself.
int weight_of(const Finding& finding, const DraftInputs& inputs);

// The same in company: each of `findings` with what it gains from those below the same heading and from one
// just before or after it.
std::vector<int> weights_together(const std::vector<const Finding*>& findings, const DraftInputs& inputs);

// What a sentence gains that answers several sides of a question (`aspects` of them, at least one).
int weight_of_aspects(int aspects);

// Whether a sentence is shown that stands at `rank` (from 0) in a list that begins with one of weight `best`:
// the first two always, then what weighs nearly as much as the first.
bool is_worth_showing(std::size_t rank, int weight, int best);

// The qualifying ones, of each sentence the first, weightiest first; those of one weight in text order.
std::vector<const Finding*> weightiest(const std::vector<Finding>& findings, const DraftInputs& inputs);

// As weightiest, only those worth showing, and `limit` at most.
std::vector<const Finding*> worth_showing(const std::vector<Finding>& findings, const DraftInputs& inputs,
                                          std::size_t limit);

}  // namespace planmark
