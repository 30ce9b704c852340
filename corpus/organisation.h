// Names of systems as titles give them, known to the register or not: what stands before "Integrated Care
// Board" and the like, or after "Integrated Care Strategy for".
#pragma once

#include <string>
#include <vector>

#include "corpus/clue.h"

namespace planmark {

struct NamedSystem {
  std::string name;  // "Wexford and the Carrow Coast": without NHS, the, and the organisation's own words
  std::size_t begin = 0, end = 0;  // words of the clue that the name takes
  bool organisation = false;  // named as a board, partnership or system; otherwise by its strategy or plan
};

std::vector<NamedSystem> named_systems(const Clue& clue);

// True when the clue names an organisation of integrated care, with or without a place.
bool names_organisation(const Clue& clue);

// "NHS" before or an organisation's words after the words [begin, end) of the clue.
bool is_named_as_organisation(const Clue& clue, std::size_t begin, std::size_t end);

// The name in a file name such as "ash-and-elm__jfp__2023_final_v2": its first words that are not of parts,
// years and versions, in title case; empty when there are none or nothing in the file name speaks of a plan.
std::string name_in_file_name(const Clue& clue);

}  // namespace planmark
