// What became of the commitments of one edition in the next.
//
// A commitment is looked for in the passages that its own became, and otherwise in all sentences: the
// sentence most like it, the words of dates and figures left aside. One that reports goes before one that
// promises where it is more like it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compare/alignment.h"
#include "compare/commitment.h"

namespace planmark {

// Exported by name (name_of): never change the meaning of one.
enum class CommitmentFate : std::uint8_t {
  kept,     // found again with the same dates and figures
  changed,  // found again with others, or without
  met,      // reported as done
  not_met,  // reported as not done
  dropped,  // not found again
  added     // of the later edition alone
};
inline constexpr std::array<CommitmentFate, 6> commitment_fates = {
    CommitmentFate::kept,    CommitmentFate::changed, CommitmentFate::met,
    CommitmentFate::not_met, CommitmentFate::dropped, CommitmentFate::added};
const char* name_of(CommitmentFate fate);  // "kept", "changed", "met", "not met", "dropped", "new"

struct FollowedCommitment {
  CommitmentFate fate = CommitmentFate::kept;
  Commitment before;  // of added ones empty
  Commitment after;   // what it was found as; of a report the sentence alone; of dropped ones empty
  double alike = 0;   // how like the two are
};

struct Edition {
  const Document& document;
  const std::vector<Sentence>& sentences;
};

// The earlier edition's commitments in its order, then the later one's new ones in its own. Requires:
// `comparison` is of the two documents.
std::vector<FollowedCommitment> follow_commitments(const Edition& before, const Edition& after,
                                                   const Comparison& comparison,
                                                   const CommitmentRules& rules);

}  // namespace planmark
