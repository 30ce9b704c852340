// Sentences that a document shares with others, word for word or nearly so.
//
// Words are compared by their form (compare/passage.h): how a sentence is set, hyphenated or quoted makes no
// difference. A sentence is shared when most of its runs of words stand in one sentence of a source; short
// sentences, headings and what is never evidence (running heads, contents) are left out.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analyze/sentence.h"
#include "base/result.h"
#include "extract/document.h"

namespace planmark {

// Two sentences and whether the second borrows from the first; run by tests.
struct SharedTextExample {
  std::string source, text;
  bool shared = false;
  std::uint32_t line = 0;
};

// Where a document can have sentences from, those that count first coming first.
inline constexpr std::array<const char*, 3> kinds_of_sources = {"national guidance", "earlier edition",
                                                                "other system"};

struct SharedTextRules {
  std::uint32_t least_words = 0;  // a shorter sentence may be the same by chance
  std::uint32_t run = 0;          // words in a row that are compared as one
  double share = 0;               // of the sentence's runs that have to stand in one sentence of the source
  std::vector<std::string> bars;  // of kinds_of_sources: what is borrowed from them by itself earns no Yes
  std::vector<SharedTextExample> examples;
};

// The name of the file in the folder of lexicons.
inline constexpr const char* shared_text_file = "shared-text.toml";

// Errors: not_found, storage, bad_input (not TOML, a key that is missing or unknown, a number out of its
// bounds, a source of another kind), each with its place.
Result<SharedTextRules> load_shared_text_rules(const std::filesystem::path& lexicons);

// What of a document is compared: its sentences, each as the numbers of its runs of words.
struct SentenceRuns {
  struct Item {
    std::uint32_t sentence = 0;  // index into the sentences given
    Span span;
    std::vector<std::uint64_t> runs;  // sorted, each once
  };
  std::vector<Item> sentences;  // in text order
};

SentenceRuns runs_of(const Document& document, const std::vector<Sentence>& sentences,
                     const SharedTextRules& rules);

struct SharedSentence {
  std::uint32_t sentence = 0;
  Span span;
  std::uint32_t source = 0;  // index into the sources given
  Span source_span;
  double share = 0;
  friend bool operator==(const SharedSentence&, const SharedSentence&) = default;
};

// In text order. Of several sources the first counts, and of it the sentence that has the most.
std::vector<SharedSentence> shared_sentences(const SentenceRuns& document,
                                             const std::vector<const SentenceRuns*>& sources,
                                             const SharedTextRules& rules);

}  // namespace planmark
