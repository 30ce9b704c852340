// Where running text breaks into sentences: the boundaries of Unicode, minus those after abbreviations,
// initials and list numbers, plus those that a footnote mark or a bullet hides.
//
//   "Led by Dr. A. Bell, e.g. in Kent. We will"  breaks once, before "We"
//   "for families.12 We will"                    breaks before "We": the note belongs to the sentence it ends
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/unicode.h"

namespace planmark {

// Offsets strictly inside `text` where a sentence begins, ascending. Spaces belong to the sentence before
// them.
std::vector<std::uint32_t> sentence_breaks(SentenceBreaker& breaker, std::string_view text);

// A sentence that could stand alone: begins like one, has a few words and, unless `last`, an end mark.
bool is_full_sentence(std::string_view text, bool last);

}  // namespace planmark
