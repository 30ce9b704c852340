// How right the drafts are: drafts held against a gold set, and two versions of the drafts against each
// other.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "reports/judged_answer.h"

namespace planmark {

// What a set of judged answers comes to. Which figures count depends on the types of their questions.
struct Figures {
  std::size_t answers = 0, missing = 0, abstained = 0;
  Ratio right;
  Confusion rag{3};     // gold, draft
  Confusion yes_no{2};  // gold, draft
  Ratio single;
  Retrieved options;
  Ratio lead_status, lead_person;
  Ratio evidence_hits;  // of the answers that want evidence: one of the first three quotes fits
  Ratio quotes;         // of those quotes: it fits
  std::map<std::string, Ratio> by_confidence;  // right, of the drafts that say "high", "medium", "low"

  void add(const JudgedAnswer& judged);
};

struct Evaluation {
  std::vector<JudgedAnswer> answers;  // by stem, then survey order
  Figures total;
  std::vector<std::pair<std::string, Figures>> criteria, questions;  // in survey order
  std::vector<std::pair<std::string, Figures>> documents;            // by stem
  std::vector<std::string> not_asked;      // questions of the gold set that the survey does not have; sorted
  std::vector<std::string> without_draft;  // stems of the gold set that no draft has; sorted
};

// Free text is left out: there is no right answer to it. Of two drafts for one stem and question the last
// counts. Errors: those of judge().
Result<Evaluation> evaluate(const std::vector<GoldAnswer>& gold, const std::vector<DraftAnswer>& drafts,
                            const RuleBook& rules);

struct JudgedChange {
  JudgedAnswer before, after;
  bool better = false;
};

// The answers that came nearer to the gold answer or went farther from it, or, at the same distance, whose
// first three quotes found or lost what they should show. In the order of `after`. Requires: both were made
// from one gold set and one survey.
std::vector<JudgedChange> changes(const Evaluation& before, const Evaluation& after);

}  // namespace planmark
