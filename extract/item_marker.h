// Signs and numbers that begin the item of a list.
#pragma once

#include <string_view>

namespace planmark {

// "•", "–", "o" or a private-use sign that stands for one, alone in a word.
bool is_bullet(std::string_view word);
// "1.", "(b)", "iv)", "2.3": a word that can number a list item or heading.
bool is_enumerator(std::string_view word);

}  // namespace planmark
