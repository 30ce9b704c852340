// Who holds a role or a post, as far as the words around it tie a person or a post to it, and whether they
// hold it now.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "analyze/lead_phrase.h"
#include "analyze/lead_text.h"

namespace planmark {

enum class Presence : std::uint8_t { present, vacant, undecided, former, future };

struct Holder {
  std::optional<Mark> person;
  std::optional<Mark> partner;  // a second person who shares the post
  std::optional<Mark> post;
  Presence presence = Presence::present;
  bool interim = false;
  bool elsewhere = false;  // named with another organisation

  bool nobody() const { return !person && !post; }
};

struct Tie {
  Holder holder;
  bool elsewhere = false;  // another organisation stands between
  bool own = false;        // "our", "the ICB's"
  bool pronoun = false;    // "She is ...": the holder is in the sentence before
};

// The holder of a role: before it ("Ann Cray is our"), or after it ("is our Chief Nurse, Ann Cray").
Tie holder_of(const LeadLine& line, const RolePhrase& phrase);

// The person that stands beside a post, or the post beside a person, as an apposition or behind "is": "Ann
// Cray, Chief Nurse", "our Chief Nurse (Ann Cray)", "The Chief Nurse is Ann Cray". Requires: a post or person
// at `at`.
Holder holder_beside(const LeadLine& line, std::size_t at);

// Vacancy, past or future, as far as the words up to the end of the clause say so.
Presence presence_near(const LeadLine& line, std::size_t begin, std::size_t last);

}  // namespace planmark
