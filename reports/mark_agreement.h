// How far people agree with one another, and with drafts, question by question.
//
// What people decide while a draft is before them says little of the draft: they accept most of what they are
// shown. So three things are kept apart: how often a draft that is shown is confirmed; how far those agree
// with it who had it before them from the start ("assisted"); and how far those do who answered before it was
// shown, or never saw it ("blind").
//
// "Cannot tell" is an answer of its own for the share that agrees, and no value for kappa and alpha. Of a
// lead the state counts (named, role only, not named), of options the whole choice. Free text is left out,
// and so are adjudications: they have seen everything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/agreement.h"
#include "review/record.h"

namespace planmark {

struct Agreement {
  Ratio same;                           // gave the same answer
  std::optional<double> kappa;          // Cohen's, quadratic weights; rag and yes_no alone
  std::optional<double> alpha_nominal;  // Krippendorff's
  std::optional<double> alpha_ordinal;  // rag alone
};

struct MarkAgreement {
  std::string name;  // question id, or the name of the answer type for all its questions
  // First against second marks, the last of each; alpha over the last mark of each person.
  Agreement between_people;
  Agreement blind, assisted;  // against the draft
  Ratio accepted;             // of the decisions of those who were shown the draft: confirmed
};

struct MarkAgreements {
  std::vector<MarkAgreement> questions;  // in survey order; those that anybody has marked
  std::vector<MarkAgreement> types;      // "rag", "yes_no", ...: all questions of a type together
  Ratio accepted, blind, assisted;       // over all questions
};

// `decisions`: of any documents, in the order of recording (review/record.h: decisions).
MarkAgreements mark_agreements(const std::vector<Decision>& decisions, const RuleBook& rules);

}  // namespace planmark
