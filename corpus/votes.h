// What the clues say about each member of an identity.
#pragma once

#include <string>
#include <vector>

#include "corpus/clue.h"
#include "corpus/part_cue.h"
#include "corpus/register.h"
#include "corpus/vote.h"

namespace planmark {

// A cue's weight times its clue's. Cues of weight 1 count only for a document `of_a_system` (its title page
// names an organisation of integrated care); cues of weight 4 and more only where the document names itself.
std::vector<Vote> votes_for_part(const std::vector<Clue>& clues, const std::vector<PartCue>& cues,
                                 bool of_a_system);

// First years of periods ("2023-28", "2023/24 to 2027/28", "2024 onwards"), years of dates ("April 2023",
// "20230630") and single years. Dates of reviews and of what went before are left out.
std::vector<Vote> votes_for_edition(const std::vector<Clue>& clues);

struct SystemVotes {
  std::vector<Vote> votes;  // values are codes of the register or names as found
  std::vector<Vote>
      outright;  // those where an organisation of integrated care is named: "NHS Ash Integrated Care Board"
};

// Systems of the register by name, alias or short name; others by the organisation or plan they are named
// with. A place that is only part of another name ("West Sussex", "Devon County Council") does not speak for
// the system.
SystemVotes votes_for_system(const std::vector<Clue>& clues, const Register& systems);

}  // namespace planmark
