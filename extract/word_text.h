// The letters of a printed word as they should be read.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// Ligature signs (U+FB00-FB06) become their letters; soft hyphens, zero-width and control characters go;
// every kind of space becomes ' ' and is trimmed at both ends; invalid UTF-8 becomes U+FFFD. May be empty.
// Private-use characters stay: as bullets they mean something, elsewhere they count as unmapped.
std::string word_text(std::string_view printed);

bool is_private_use(char32_t character);

// Of Latin letters alone, without tables: near enough for layout. analyze/unicode.h knows every script.
inline namespace latin {
bool is_upper(char32_t character);
bool is_lower(char32_t character);
bool is_letter(char32_t character);
}  // namespace latin

}  // namespace planmark
