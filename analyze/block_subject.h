// A topic that stands as the label of a block ("School nurses. There are only 23.", "Midwives | 12 vacant")
// or as a heading is what the block, or the section, speaks of: other sentences there speak of it without
// naming it again.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/draft_inputs.h"
#include "analyze/match.h"

namespace planmark {

// A short heading, or the first words of its block, ended by a full stop, colon, dash, bracket or cell
// border.
bool is_block_subject(const DraftInputs& inputs, const Mention& mention);

// One past the last sentence that speaks of a subject: the end of its block; of the blocks below a heading
// up to the next heading. Requires: is_block_subject().
std::uint32_t end_of_subject(const DraftInputs& inputs, const Mention& mention);

// The sentence's paragraph has a title, its short first sentence, without one of the cues (indices, sorted),
// and another below the same heading has one with: "Quality and safeguarding" stands above "14.2
// Safeguarding." and "14.4 Continuing care.", and speaks for the first alone.
bool is_titled_otherwise(const DraftInputs& inputs, const std::vector<std::uint32_t>& cues,
                         std::uint32_t sentence);

}  // namespace planmark
