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
  Identity identity;
  std::string heading;  // "Ashmarsh and the Lyde, plan 2023"
  std::shared_ptr<const ReadingCopy> copy;
  std::vector<Draft> drafts;  // of the whole document, in survey order
  std::size_t at = 0;         // the question's among them
  AnalysisVersion version;
  const Question* question = nullptr;
  Mark mark = Mark::first;         // in what capacity the person answers
  bool draft_hidden = false;       // until they have answered for themselves; for a second mark always
  std::vector<Decision> own;       // of this person and mark, oldest first
  std::vector<Decision> standing;  // of the whole document; empty while the draft is hidden
  const Draft& draft() const { return drafts[at]; }
  std::string standing_answer_to(const std::string& question_id) const;  // "" where nothing stands
  const Decision* standing_decision() const;                             // of this question; nullptr: none
  // Other bytes in the text would make positions mean something else: forms carry this and are refused when
  // the document has been read anew since.
  std::string text_version() const;
};

// By the route's {document} and {question}. Errors: not_found (no such document or question), bad_input (the
// document could not be read, or has not been drafted), storage.
Result<Desk> open_desk(Bench& bench, const Visit& visit);

// The part of open_desk() that needs no question.
Result<std::string> document_of(const Visit& visit);

// "Ashmarsh and the Lyde, plan 2023", or what is known of that.
std::string heading_of(const Identity& identity, const Register& systems);

}  // namespace planmark
