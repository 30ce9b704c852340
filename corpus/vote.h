// Votes of clues for the value of one member of an Identity, and the count.
#pragma once

#include <string>
#include <vector>

#include "corpus/identity.h"

namespace planmark {

struct Vote {
  std::string value;
  unsigned weight = 1;
  std::string source;
  std::string quote;
  std::string kind{};  // of a part, what such a document is called
};

struct Total {
  std::string value;
  unsigned weight = 0;
};

// Most votes first; of values with the same weight, the one that was named first.
std::vector<Total> totals_of(const std::vector<Vote>& votes);

struct Verdict {
  std::string value;      // empty when no value has `needed` votes
  bool disputed = false;  // another value has at least half as many
  std::vector<IdentityEvidence>
      evidence;  // for the value with most votes first, heaviest first; each source and quote once
};

Verdict count_votes(const std::string& member, const std::vector<Vote>& votes, unsigned needed);

}  // namespace planmark
