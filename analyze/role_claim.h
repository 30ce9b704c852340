// What a stretch of text says of who leads: a role with its subject, and its holder if one is tied to it.
//
// Ties are those of the sentence: the subject after "lead for" in a list or right before "lead"; the holder
// before the role with nothing but "is", "as", a comma or the like between, or after it behind "is", a colon,
// a dash. A person who merely stands in the same sentence is not a holder.
#pragma once

#include <cstdint>
#include <vector>

#include "analyze/lead_holder.h"
#include "analyze/lead_text.h"

namespace planmark {

// `elsewhere`: the role is another organisation's; `required`: what the law or a national body asks for;
// `absent`: said not to exist or not to have been filled yet.
enum class ClaimKind : std::uint8_t { stated, required, absent, elsewhere };

struct RoleClaim {
  ClaimKind kind = ClaimKind::stated;
  bool board_level = false;  // the words say executive, board, accountable; otherwise plain "lead"
  bool own = false;          // "our", "the ICB's" goes with the role
  bool by_title = false;     // only the post's title says it: "Head of Safeguarding"
  Mark role;                 // for by_title: the post
  Mark subject;
  Holder holder;
  bool has_pronoun = false;              // "She is the executive lead": the holder is in the sentence before
  std::vector<std::uint32_t> sentences;  // that say it, the first is the one with the role
  std::vector<std::uint32_t> rules;      // sorted
};

std::vector<RoleClaim> read_claims(const LeadText& text);

}  // namespace planmark
