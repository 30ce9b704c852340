// How much of a document stands below its headings: words below a heading on a topic, and which of the
// document's main sections a sentence belongs to.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/draft_inputs.h"
#include "extract/document.h"

namespace planmark {

struct SectionWords {
  std::uint32_t heading = none;  // block index; none where no heading holds such a concept
  std::size_t words = 0;
};

// The heading with one of `concepts` (indices, sorted) that has the most words below it, its subsections
// included. Contents lists, notes and running heads are not counted.
SectionWords longest_section_with(const DraftInputs& inputs, const std::vector<std::uint32_t>& concepts);

// Whether a block stands below a heading, in one of its subsections or not.
bool is_below(const Document& document, std::uint32_t block, std::uint32_t heading);

// For each block the heading of the main section it stands in, or none. Main sections are those of the
// outermost level with four headings that have words below them: a title, of one line or of two, is no
// section. Where no level has four it is the one with most.
std::vector<std::uint32_t> main_sections(const Document& document);

}  // namespace planmark
