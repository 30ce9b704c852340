// What a block that is still lines says.
#pragma once

#include <cstddef>
#include <string>

#include "extract/draft_block.h"

namespace planmark {

// Words with one space between; words broken at line ends stay broken.
std::string text_of(const DraftBlock& block);
// The same in lower case (ASCII).
std::string lower_text_of(const DraftBlock& block);

std::size_t characters_in(const DraftBlock& block);

// The last character of the line that is not a closing quote or bracket.
char last_mark(const Line& line);
// The line ends with . ! ? : or ;
bool ends_sentence(const Line& line);

// The first character of the line.
char32_t first_character(const Line& line);

}  // namespace planmark
