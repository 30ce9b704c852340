// What of a document is compared with its other editions: passages, each a run of words.
//
// A passage is a paragraph, item, table row, caption, quote, note or heading. Running heads and feet, page
// numbers and contents lists are none. A line that only repeats a heading of its own document is marked: most
// often it is of a contents list that was not seen as one.
//
// A word is compared by its form: folded (analyze/fold.h), small letters, without apostrophes and the commas
// of numbers. Hyphens, dashes, quotation marks, bullets and footnote marks are in no word, and neither is the
// number that begins a heading or an item: how a text is set and numbered is not what it says. Decimal
// points, minus signs, per cent and currency signs are kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/document.h"

namespace planmark {

struct ComparedWord {
  std::string form;
  Span span;  // of the document's text
};

struct Passage {
  std::uint32_t block = 0;  // index into Document::blocks
  Span span;                // of the document's text
  bool heading = false;
  // Says what a heading of its document says, or that and a page's number; or some column heads of a table.
  bool repeats_heading = false;
  Span words;  // half-open range of indices into PassageList::words; never empty
  // Of a table row the words of its first cell, which say what the row is of; otherwise, and where that has
  // none, empty. A part of `words`.
  Span label;
  std::string number;  // form of the number that begins it, which is in no word; may be empty
};

struct PassageList {
  std::vector<Passage> passages;  // in text order
  std::vector<ComparedWord> words;
};

PassageList passages_of(const Document& document);

// The words of its passages alone.
std::vector<ComparedWord> compared_words(const Document& document);

// Index of the passage that stands at a place of the text, or else of the next one; `none` behind the last.
std::uint32_t passage_at(const PassageList& list, std::uint32_t place);

// The words that begin within `place`, as a range of indices into `words`, which are in text order.
Span words_within(const std::vector<ComparedWord>& words, Span place);

// The forms of these words without spaces between: "long-term" and "long term" are the same.
std::string joined_forms(const PassageList& list, Span words);

}  // namespace planmark
