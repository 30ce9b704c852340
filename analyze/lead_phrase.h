// A role and its subject, tied: "executive lead for [maternity, children and] SEND", "SEND executive lead",
// "board safeguarding lead".
#pragma once

#include <cstddef>
#include <vector>

#include "analyze/lead_text.h"

namespace planmark {

struct RolePhrase {
  std::size_t role = 0;  // tokens
  Mark subject;
  std::size_t begin = 0;  // first and last token of the phrase as far as it is known
  std::size_t last = 0;
};

// At most one for each role token: the subject must be a member of the role's list, not a word inside another
// member.
std::vector<RolePhrase> role_phrases(const LeadLine& line);

}  // namespace planmark
