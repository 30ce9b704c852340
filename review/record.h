// What people decided: an append-only record that outranks every draft and is never changed, only followed.
//
// A decision names the draft it was made on (document, question, versions) and keeps that draft's answer, so
// that the state of an answer at any time can be rebuilt even after lexicons have changed. Rows cannot be
// updated or deleted: the database itself refuses (triggers).
//
// What stands is the last adjudication, otherwise the last first mark; a second mark alone never stands, and
// a draft alone never does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "review/mark.h"
#include "review/workspace.h"

namespace planmark {

struct Decision {
  std::int64_t number = 0;  // order of recording; given by record_decision
  std::string sha256, question;
  std::string person;
  std::string at;  // given by the caller; review/event.h: is_time_stamp
  Mark mark = Mark::first;
  // "confirm" the draft's answer, "change" it, "cannot tell"; "answer": by who has not been shown the draft,
  // or adjudicates.
  std::string action;
  std::string answer;  // review/answer_check.h; empty for "cannot tell"
  std::string reason;  // required for "change" and for an adjudication
  std::string comment;
  std::vector<MarkedQuote> quotes;
  bool draft_shown = true;  // false: answered before the draft was shown, or without ever seeing it
  // The last decision of this person and mark that the person saw when making this one; 0: none.
  std::int64_t supersedes = 0;
  // Of an adjudication: the marks between which it decides; where the caller gives 0, the last of each.
  std::int64_t first_mark = 0, second_mark = 0;
  // Given by the client for one act of saving, at most 100 bytes; may be empty.
  std::string key;
  std::string draft_answer;  // what the engine proposed then; empty when there was no draft
  AnalysisVersion draft_version;
  friend bool operator==(const Decision&, const Decision&) = default;
};

struct RecordedDecision {
  Decision decision;
  bool repeated = false;  // this key had been recorded already: nothing was written
  // Decisions of this person and mark that came in between, from another tab or device, and that this one
  // has not seen. It is recorded all the same.
  std::vector<std::int64_t> overlooked;
};

// Records the decision under the next number and gives it back as recorded. Where the caller names no draft
// version, the draft that is stored now is the one decided on: its answer and versions are filled in, and its
// evidence, quotes and pages are kept with the decision. "confirm" without an answer takes the draft's.
// The same key again gives back what was recorded.
// Errors: not_found (document not in the workspace); bad_input: no person or time; unknown question or
// action; a change or an adjudication without a reason; a confirmation without a draft that answers, or with
// another answer than the draft's; an answer that the question does not have; an answer that needs evidence
// and has no accepted or added quote; a quote that is not what the document says at its place; a person who
// has marked this question in another capacity, or has a conflict of interest with the system; nothing to
// adjudicate; a key used for something else.
Result<RecordedDecision> record_decision(Workspace& workspace, const RuleBook& rules, Decision decision);

// The same for several, each judged after those before it: all are recorded, or none and the first problem
// comes back.
Result<std::vector<RecordedDecision>> record_decisions(Workspace& workspace, const RuleBook& rules,
                                                       std::vector<Decision> decisions);
// What record_decision() would say of it. Nothing is recorded.
Result<void> try_decision(Workspace& workspace, const RuleBook& rules, Decision decision);

// Oldest first. Empty `question`: all questions of the document; empty `sha256`: of all documents.
Result<std::vector<Decision>> decisions(const Workspace& workspace, const std::string& sha256,
                                        const std::string& question = {});
// What stands, if anything.
Result<std::optional<Decision>> standing(const Workspace& workspace, const std::string& sha256,
                                         const std::string& question);
// What stands, of every question of the document, by question id.
Result<std::vector<Decision>> standing_answers(const Workspace& workspace, const std::string& sha256);

}  // namespace planmark
