// The words between a holder and a role, or between a person and a post: do they tie the two together?
#pragma once

#include <cstddef>

#include "analyze/lead_phrase.h"
#include "analyze/lead_text.h"

namespace planmark {

struct Gap {
  bool ties = false;
  bool copula = false;   // "is", "became": firmer than a comma
  bool present = false;  // "is", "are"
  bool past = false;     // "was"
  bool elsewhere = false;
  bool own = false;
};

// From a holder, leftwards of the role that begins at token `end`: "is our", "became the Board's", ", ".
Gap gap_to_role(const LeadLine& line, std::size_t holder, std::size_t end);

// From a role to a holder on its right: what it leads besides, then a link, then "our", "the".
Gap gap_from_role(const LeadLine& line, const RolePhrase& phrase, std::size_t holder);

// A person and a post side by side: only a comma, a bracket, a dash, "our", "is" between them.
bool stand_together(const LeadLine& line, std::size_t left, std::size_t right);

// "Ann Cray and Bob Dole", "Chief Nurse and Deputy Chief Executive".
bool joined_by_and(const LeadLine& line, std::size_t left, std::size_t right);

// A full stop or semicolon: nothing is tied across it.
bool ends_clause(const LeadLine& line, std::size_t at);

}  // namespace planmark
