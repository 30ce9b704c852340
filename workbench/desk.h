// One question of one document, with all that is known of it: what a desk shows and what an answer is given
// on.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "review/record.h"
#include "workbench/bench.h"

namespace planmark {

struct Desk {
  std::string sha256;
  std::string heading;  // "Ashmarsh and the Lyde, plan 2023"
  std::shared_ptr<const ReadingCopy> copy;
  std::vector<std::string> questions;  // all that are asked of the document, in survey order
  std::size_t at = 0;                  // this one among them
  // Those that the person goes through, in order: what is assigned to them, otherwise all.
  std::vector<std::size_t> walk{};
  Draft draft;
  const Question* question = nullptr;
  Mark mark = Mark::first;           // in what capacity the person answers
  bool draft_hidden = false;         // until they have answered for themselves; for a second mark always
  std::vector<Decision> own;         // of this person and mark, oldest first
  std::optional<Decision> standing;  // not while the draft is hidden
  // The next question of the walk, and the one before; nullopt at its ends.
  std::optional<std::size_t> next() const;
  std::optional<std::size_t> previous() const;
};

// By the route's {document} and {question}. Errors: not_found (no such document or question), bad_input (the
// document could not be read, or has not been drafted), storage.
Result<Desk> open_desk(Bench& bench, const Visit& visit);

// What to say to who may not see, not yet or never, what others said of a question: its record tells it.
inline constexpr const char* marks_blind = "you mark this question without seeing what others said";

// The response where a decision of this desk was not recorded: forbidden() to who has a conflict of interest.
Response not_recorded(const Visit& visit, const Desk& desk, const Problem& problem);

// The part of open_desk() that needs no question.
Result<std::string> document_of(const Visit& visit);

// The decision's answer, or "Cannot tell".
std::string answer_in(const Decision& decision);

// "Ashmarsh and the Lyde, plan 2023", or what is known of that.
std::string heading_of(const Identity& identity, const Register& systems);

}  // namespace planmark
