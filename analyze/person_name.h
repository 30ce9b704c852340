// Names of people, by their shape: "Dr Amara Whitfield", "M. J. O'Rourke", "Ana de Souza-Bell".
//
// A name is a run of two to five capitalised words, with initials and particles ("van", "de") between them,
// or one capitalised word after a title. A run never crosses punctuation, and a word that is known to be
// something else (a post, a place of work, "Board") ends it. A shape proves nothing: callers accept a name
// only where it stands for a person (rubric 7.6).
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace planmark {

// Names inside `within`, in order; titles belong to the name, "'s" does not. `taken` are spans whose words
// are no part of a name, sorted. Requires: `text` is folded (analyze/fold.h).
std::vector<Span> find_person_names(std::string_view text, Span within, const std::vector<Span>& taken);

}  // namespace planmark
