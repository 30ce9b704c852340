// What a document itself means by its acronyms.
//
// A definition is "Full Name (ABC)", "ABC (Full Name)", a line or an entry "ABC: Full Name" (also with a
// dash, "stands for" or "means"), or a table row with the one in a cell and the other in the next. The
// letters have to be initials of the name, in order; small words may be left out or counted ("SALT: speech
// and language therapy"), and a word in capitals gives all its letters ("NHSE: NHS England"). In a glossary
// any entry of a line that is an acronym and a meaning will do ("LAC: children in care").
//
// The rule is that of A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
// definitions in biomedical text" (2003), narrowed to initials.
#pragma once

#include <string>
#include <vector>

#include "analyze/match.h"
#include "extract/document.h"

namespace planmark {

struct Acronym {
  std::string letters;  // without a plural s: "LAC"
  Span defined;         // the letters where they are defined
  Span meaning;         // the name beside them
  friend bool operator==(const Acronym&, const Acronym&) = default;
};

// Sorted by letters, then place; a definition that is printed again in other letter case counts once. An
// acronym with two meanings is there twice.
std::vector<Acronym> find_acronyms(const Document& document);

// `mentions` as the document means them. Where nothing that the lexicon takes an acronym for is found in the
// meaning that the document gives it, what was found by the acronym is dropped. An acronym whose meaning as a
// whole is a term of a concept is a mention of it wherever it stands, by the rule that finds the meaning. An
// acronym with two meanings is left as it was. Keeps the order that match.h promises.
std::vector<Mention> mentions_as_defined(const std::vector<Mention>& mentions,
                                         const std::vector<Acronym>& acronyms, const Document& document,
                                         const std::vector<Sentence>& sentences, const RuleBook& rules);

}  // namespace planmark
