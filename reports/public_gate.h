// The gate before the public edition: nothing leaves that names a system, a place, a body or a person, or
// that can be searched back to a document.
//
// It knows nothing of how the files were made: it searches their bytes, the text that is left of HTML and SVG
// without its elements, what is packed into data URLs and archives, and the files' own names. What it cannot
// look into does not leave either.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/register.h"
#include "reports/figure.h"
#include "reports/report_files.h"

namespace planmark {

struct HiddenName {
  enum class Kind : std::uint8_t { system, place, body, person, document };
  Kind kind = Kind::system;
  std::string text;
  bool as_printed = false;  // short names: "BC" must not be found in "bc"
};

struct GateFinding {
  std::string file;  // as in ReportFile::path
  std::string what;  // "the name of a system", "a quote", ...
  std::string found;
  std::string around;  // some words on either side, in one line
};

// The names that a public edition must not hold: of every system of the register and of the answers with its
// board, aliases and short names; the places that a name is made of ("Norfolk and Suffolk": Norfolk,
// Suffolk); and of the people that answers name. Sorted, without doubles.
std::vector<HiddenName> names_to_hide(const Register& systems, const EditionAnswers& answers);

// Finds runs of `searchable_words` words that stand in a document, unless they stand in `allowed` too (the
// survey's own wording): enough to find the document again.
class QuoteSearch {
 public:
  static constexpr std::size_t searchable_words = 8;

  QuoteSearch(const std::vector<std::string>& documents, const std::vector<std::string>& allowed);
  // Each as long as it goes on, as compared_words() (reports/shared_words.h) gives it.
  std::vector<std::string> quotes_in(std::string_view text) const;

 private:
  std::vector<std::uint64_t> documents_, allowed_;  // hashes of runs, sorted
};

// In the order of the files. A name that stands in a file more than once is told once. `agreed`: statements
// that a system agreed to (reports/good_practice.h), which may stand as they are, whole and nowhere else.
std::vector<GateFinding> gate(const std::vector<ReportFile>& files, const std::vector<HiddenName>& names,
                              const QuoteSearch& quotes, const std::vector<std::string>& agreed = {});

// Answers that fewer than `smallest` documents gave, though some did: a small group can be recognised.
std::vector<GateFinding> small_cells(const std::vector<Figure>& figures, std::size_t smallest);

}  // namespace planmark
