// Text made fit for matching, with the way back to what is printed.
//
// Folding: NFKC (ligatures, full-width and compatibility forms), every kind of space to ' ', every kind of
// hyphen and dash to '-', curly quotes and primes to ' and ", soft hyphens and zero-width characters dropped.
// Letter case is kept: SEND and send are different. Line breaks between blocks ('\n') and cell separators
// ('\t') are kept, and so are superscripts and subscripts: a footnote mark glued to a word must not become
// part of the word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace planmark {

struct FoldedText {
  std::string text;
  // For each byte of `text`, and one past the end, the byte of the original that it stands for. Never
  // decreases; back.size() == text.size() + 1; values lie on character boundaries of the original.
  std::vector<std::uint32_t> back;

  // The smallest span of the original, on character boundaries, that covers a span of the folded text. A
  // dropped character belongs to the character before it.
  Span original(Span folded) const;
  // The folded range that stands for a span of the original.
  Span folded(Span original) const;
};

FoldedText fold(std::string_view text);

}  // namespace planmark
