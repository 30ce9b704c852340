// The lexicons as they are written: what a rule book is made from, each thing with its place. For the loader
// and for the tools of those who own the words.
#pragma once

#include <filesystem>
#include <vector>

#include "analyze/lexicon_concepts.h"
#include "analyze/lexicon_questions.h"
#include "analyze/rule_book.h"
#include "base/result.h"

namespace planmark {

// Its entries point into `files`: it can be moved, and not copied.
struct LexiconSource {
  std::vector<LexiconFile> files;
  Inflections inflections;
  std::vector<ConceptEntry> concepts;    // in the order of file names, then lines
  std::vector<QuestionEntry> questions;  // the same

  LexiconSource() = default;
  LexiconSource(LexiconSource&&) = default;
  LexiconSource& operator=(LexiconSource&&) = default;
};

// Errors: the mistakes of load_rule_book(), but for examples, which are not run. With Trial::skip patterns
// are not tried.
Result<LexiconSource> lexicon_source_of(std::vector<LexiconFile> files, Trial trial = Trial::all);
// Of every .toml file below the folder. Errors: also not_found, storage, bad_input (not TOML).
Result<LexiconSource> read_lexicon_source(const std::filesystem::path& folder, Trial trial = Trial::all);

// The finished rules; without a matcher with Trial::skip.
RuleBook rule_book_of(const LexiconSource& source, Trial trial = Trial::all);

}  // namespace planmark
