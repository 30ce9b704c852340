// What becomes of a word that is broken at the end of a printed line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/line.h"

namespace planmark {

// The words that stand unbroken inside a line of the document, in lower case, without punctuation around
// them.
using Vocabulary = std::unordered_set<std::string>;

Vocabulary vocabulary_of(const std::vector<std::vector<Line>>& pages);

enum class Seam {
  space,        // two words
  drop_hyphen,  // "well-" "being" is "wellbeing"
  keep_hyphen   // "self-" "harm" is "self-harm", "2023–" "28" is "2023–28"
};

// `end` is the last word of a line, `start` the first of the next. Decided by what the document itself writes
// elsewhere; failing that by the first part (hyphen.cc lists those that keep theirs) and by the case of the
// second.
Seam seam_between(std::string_view end, std::string_view start, const Vocabulary& vocabulary);

// Narrow cells of tables cut words without a hyphen: "Constituti" "onal". True where the two halves are a
// word of the document and the first half is none, or where the second is a mark alone.
bool is_cut_word(std::string_view end, std::string_view start, const Vocabulary& vocabulary);

}  // namespace planmark
