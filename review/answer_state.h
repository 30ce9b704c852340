// The answer to one question of a document as it was at any time.
//
// It is rebuilt from what is append-only alone: decisions, replies, what became final. What the engine
// proposed then is in the decisions, which keep the draft they were made on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/event.h"
#include "review/record.h"
#include "review/reply.h"

namespace planmark {

struct AnswerState {
  std::optional<Decision> standing;                     // review/record.h: what stands
  std::optional<Decision> first, second, adjudication;  // the last of each mark
  std::vector<Reply> replies;
  bool is_final = false;
  std::vector<Event> events;  // about this question, and what became final of its document
  friend bool operator==(const AnswerState&, const AnswerState&) = default;
};

// Everything up to and including `at`; up to now when it is empty. Errors: bad_input (`at` is no time).
Result<AnswerState> state_at(const Workspace& workspace, const std::string& sha256,
                             const std::string& question, const std::string& at = {});

}  // namespace planmark
