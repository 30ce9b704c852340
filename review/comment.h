// What people write about a criterion of a document as a whole: append-only, the last of each person is the
// one that counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "review/workspace.h"

namespace planmark {

struct CriterionComment {
  std::int64_t number = 0;  // order of recording; given by record_comment
  std::string sha256, criterion;
  std::string person;
  std::string at;
  std::string key;   // as of a decision: the same key again gives back what was recorded
  std::string text;  // empty: what was written before no longer holds
  friend bool operator==(const CriterionComment&, const CriterionComment&) = default;
};

// Errors: not_found (document not in the workspace), bad_input (no criterion, person or time; a key used for
// another comment).
Result<CriterionComment> record_comment(Workspace& workspace, CriterionComment comment);

// Oldest first. Empty `criterion`: all criteria of the document.
Result<std::vector<CriterionComment>> comments(const Workspace& workspace, const std::string& sha256,
                                               const std::string& criterion = {});

}  // namespace planmark
