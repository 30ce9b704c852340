// What people decided: an append-only record that outranks every draft and is never changed, only followed.
//
// A decision names the draft it was made on (document, question, versions) and keeps that draft's answer, so
// that the state of an answer at any time can be rebuilt even after lexicons have changed. Rows cannot be
// updated or deleted: the database itself refuses (triggers).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/workspace.h"

namespace planmark {

struct Decision {
  std::int64_t number = 0;  // order of recording; given by record_decision
  std::string sha256, question;
  std::string person;
  std::string at;      // ISO 8601 UTC, given by the caller
  std::string action;  // "confirm", "change", "cannot tell"
  std::string answer;  // as text, spelt as in the survey; empty for "cannot tell" and for none of the options
  std::string reason;  // required for "change"
  std::string comment;
  std::string draft_answer;  // what the engine proposed then; empty when there was no draft
  AnalysisVersion draft_version;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// Records the decision under the next number and gives it back as recorded. Where the caller names no draft
// version, the draft that is stored now is the one decided on: its answer and versions are filled in, and its
// evidence, quotes and pages are kept with the decision. "confirm" without an answer takes the draft's.
// Errors: not_found (document not in the workspace), bad_input (no person, time or question; unknown action;
// a change without a reason; a confirmation without a draft or with another answer than the draft's; an
// answer given with "cannot tell").
Result<Decision> record_decision(Workspace& workspace, Decision decision);
// Oldest first. Empty `question`: all questions of the document.
Result<std::vector<Decision>> decisions(const Workspace& workspace, const std::string& sha256,
                                        const std::string& question = {});
// What stands: the last decision, if any. A draft alone never stands.
Result<std::optional<Decision>> standing(const Workspace& workspace, const std::string& sha256,
                                         const std::string& question);

}  // namespace planmark
