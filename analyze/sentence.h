// Sentences: the unit of evidence.
//
// A paragraph, quote, footnote... is split into sentences (ICU, then a pass that undoes breaks after
// abbreviations, initials, numbers and notes). A list item, a heading, a caption and a table row is one
// sentence unless it holds several full sentences. Sentences tile their block: the first begins where the
// block begins, each next one where the one before ends, the last ends where the block ends (spaces belong to
// the sentence before them).
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"

namespace planmark {

struct Sentence {
  Span span;
  std::uint32_t block = 0;  // index into Document::blocks
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

// In text order; furniture is included (its kind is its block's).
std::vector<Sentence> split_sentences(const Document& document);

}  // namespace planmark
