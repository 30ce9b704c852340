// The terms of the concepts as a table for spreadsheets, and back.
//
//   file, concept, name, key, term
//
// A row is one term; `key` is the list that it stands in (terms, exact_terms, weak_terms, not_terms,
// not_exact_terms). Patterns, examples and comments stay in the lexicon files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/lexicon_source.h"

namespace planmark {

// UTF-8 with a byte order mark and CR LF, which is what spreadsheets take for UTF-8.
std::string terms_csv(const LexiconSource& source);

// The lexicon files that such a table changes, as they are to be written. Every list of terms of a concept
// that the table names becomes what the table has for it; other concepts stay. `file` and `name` are not
// read. The changed lexicons have been loaded and their examples run. Errors: bad_input, `where` being the
// table's line (an unknown concept or key, a row without a term) or the place in a file as it would be
// written.
Result<std::vector<LexiconFile>> files_with_terms(const LexiconSource& source, std::string_view csv,
                                                  const std::string& where);

}  // namespace planmark
