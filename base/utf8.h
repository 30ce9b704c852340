// UTF-8 without a library: boundaries, decoding, validity.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace planmark {

// True at the first byte of a character and at the end of the text.
constexpr bool on_character_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

struct DecodedCharacter {
  char32_t value = U'\uFFFD';
  std::uint32_t size = 1;  // bytes taken; 1 for a byte that starts no valid character
};

// The character that starts at `at`. Requires: at < text.size().
DecodedCharacter decode_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t character);

bool is_valid_utf8(std::string_view text);

// The text with every invalid byte replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

}  // namespace planmark
