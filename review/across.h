// Answers seen from another side: one question across all documents, and what stood in the edition before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/record.h"

namespace planmark {

// What stands of one question, of every document, by system, part and edition.
struct AnswerElsewhere {
  Identity identity;
  Decision decision;
  friend bool operator==(const AnswerElsewhere&, const AnswerElsewhere&) = default;
};
Result<std::vector<AnswerElsewhere>> standing_across(const Workspace& workspace, const std::string& question);

// What stands of the question in the newest earlier edition of the same system and part that has an answer.
Result<std::optional<AnswerElsewhere>> earlier_answer(const Workspace& workspace, const std::string& sha256,
                                                      const std::string& question);

}  // namespace planmark
