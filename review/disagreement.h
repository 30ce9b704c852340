// Where a first and a second mark of the same question say different things, and what became of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"
#include "review/record.h"

namespace planmark {

// One question of one document as two people read it: the last first and the last second mark.
struct MarkedTwice {
  Decision first, second;
  std::optional<Decision> adjudication;  // the last one
  bool agree = false;
  friend bool operator==(const MarkedTwice&, const MarkedTwice&) = default;
};

// Both cannot tell, or both give the same answer; options in any order.
bool same_answer(const Decision& a, const Decision& b);

// By document, then question in survey order. Questions of free text are left out: no two texts are the same.
Result<std::vector<MarkedTwice>> marked_twice(const Workspace& workspace, const RuleBook& rules);
// Of these, those that do not agree and whose marks no adjudication has decided between yet.
Result<std::vector<MarkedTwice>> open_disagreements(const Workspace& workspace, const RuleBook& rules);

}  // namespace planmark
