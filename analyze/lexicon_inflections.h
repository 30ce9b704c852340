// Reads inflections.toml: irregular nouns and verbs, and the words that terms take as written.
#pragma once

#include <string_view>
#include <vector>

#include "analyze/lexicon_table.h"
#include "analyze/term_pattern.h"

namespace planmark {

inline constexpr std::string_view inflections_file = "inflections.toml";

// No file: no irregular words.
Inflections read_inflections(const std::vector<const LexiconFile*>& files, Mistakes& mistakes);

}  // namespace planmark
