// How well a document was read, in figures that a person and later steps can judge by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"
#include "extract/word_list.h"

namespace planmark {

// Shares lie between 0 and 1; nullopt: not known.
struct Quality {
  std::uint32_t pages = 0, blank_pages = 0, unreadable_pages = 0;
  std::uint32_t column_pages = 0;  // pages whose text stands in several columns
  std::uint32_t tables = 0;
  std::uint32_t words = 0;  // of two and more letters and nothing else, furniture left out
  // How many of them the word list knows. Prose of plans has 0.93 and more (names and abbreviations are the
  // rest); a text layer that is there and wrong has far less. nullopt: no words, or no word list.
  std::optional<double> known_share;
  // How many of them are among the most frequent words of English (the, of, and, ...): 0.3 and more in
  // English prose, next to none in other languages. nullopt: too few words to say.
  std::optional<double> english_share;
  // Characters of which the file does not say what they mean, among those that were read, and the fonts that
  // hold them; bullets from symbol fonts are not counted.
  std::uint32_t unmapped_characters = 0;
  std::vector<std::string> unmapped_fonts;  // sorted
  friend bool operator==(const Quality&, const Quality&) = default;
};

Quality quality_of(const Document& document, const WordList& words);

// Pages whose words were recognised in their picture: how many, and the mean of their confidences.
struct RecognisedPages {
  std::uint32_t pages = 0;
  double confidence = 0;  // 0 to 1; 0 of no pages
  friend bool operator==(const RecognisedPages&, const RecognisedPages&) = default;
};
RecognisedPages recognised_pages(const Document& document);

// The one measure of how much of a document could not be looked at: pages that are unreadable by all pages,
// blank ones included; 0 for a document without pages. A draft becomes "Not assessed" by it.
double unreadable_share(const Document& document);

// "English", "not English" or "not known", by the share of frequent words.
const char* language_of(const Quality& quality);

}  // namespace planmark
