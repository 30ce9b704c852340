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
  Draft draft;
  const Question* question = nullptr;
  Mark mark = Mark::first;           // in what capacity the person answers
  bool draft_hidden = false;         // until they have answered for themselves; for a second mark always
  std::vector<Decision> own;         // of this person and mark, oldest first
  std::optional<Decision> standing;  // not while the draft is hidden
};

// By the route's {document} and {question}. Errors: not_found (no such document or question), bad_input (the
// document could not be read, or has not been drafted), storage.
Result<Desk> open_desk(Bench& bench, const Visit& visit);

// The desk of who may see what others said of the question, as its record tells. Errors: bad_input besides,
// for who may not yet, or never.
Result<Desk> open_desk_for_record(Bench& bench, const Visit& visit);

// The part of open_desk() that needs no question.
Result<std::string> document_of(const Visit& visit);

// The decision's answer, or "Cannot tell".
std::string answer_in(const Decision& decision);

// "Ashmarsh and the Lyde, plan 2023", or what is known of that.
std::string heading_of(const Identity& identity, const Register& systems);

}  // namespace planmark
