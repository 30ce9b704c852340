// What a draft shows for itself: evidence, the nearest misses, what was searched, and whether the document
// could be read well enough to say anything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/draft_inputs.h"
#include "analyze/finding.h"

namespace planmark {

// The sentence, row or item of a finding with the rules that found it.
Evidence evidence_of(const Finding& finding, const DraftInputs& inputs, std::string note = {});

// Findings that do not qualify, nearest first, at most one for each sentence and at most `limit`; sentences
// already used as evidence are left out.
std::vector<Evidence> nearest_misses(const std::vector<Finding>& findings, const DraftInputs& inputs,
                                     const std::vector<Evidence>& used, std::size_t limit);

// What was searched for a question: the rules of its concepts, all pages, and those that could not be read.
Searched searched_for(const std::vector<std::uint32_t>& concepts, const DraftInputs& inputs);

// Why the document cannot be assessed: more than `unreadable_share` of its pages cannot be read, or some
// cannot and fewer than `least_words` words are left. Nothing where it can.
std::optional<std::string> why_not_assessed(const Question& question, const DraftInputs& inputs);

Draft not_assessed(const Question& question, const DraftInputs& inputs, std::string why);

// "1 page", "3 pages".
std::string counted(std::size_t number, const std::string& one, const std::string& many);

}  // namespace planmark
