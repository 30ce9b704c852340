// What a change of lexicons does to a document's drafts, and to what people have confirmed.
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/rule_book.h"
#include "review/record.h"

namespace planmark {

struct DraftFlip {
  std::string question;
  std::string before, after;  // answers in one line; empty: not asked
  std::string standing{};     // what a person decided; empty where nothing stands or nobody could tell
  // The draft was as the person decided, and would be no more; or the other way round.
  bool contradicts() const { return !standing.empty() && before == standing && after != standing; }
  bool agrees() const { return !standing.empty() && before != standing && after == standing; }
};

// The drafts whose answer is not the same, in the order of `after`, then those that are gone. `decisions` are
// those of the document, oldest first: of each question the last stands.
std::vector<DraftFlip> draft_flips(const std::vector<Draft>& before, const std::vector<Draft>& after,
                                   const std::vector<Decision>& decisions, const RuleBook& rules);

}  // namespace planmark
