// An evaluation for other programs.
//
//   total      the figures below over all answers
//   criteria, questions, documents   the same for each, by name
//   confusion  {"rag": [[...]], "yes_no": [[...]]}: rows gold, columns draft, from No to Yes
//   calibration  {"high": {"n", "right"}, ...}: how often drafts that say so are right
//   answers    [{"document", "question", "gold", "draft", "confidence", "right", "nearness", "hit"}]; hit is
//              null where no evidence is wanted
//   changes    [{"document", "question", "better", "gold", "before", "after"}], with --against alone
//   not_asked, without_draft   names
//
// Figures: answers, missing, abstained, right, rag_n, rag_weighted_kappa, rag_accuracy, rag_macro_f1,
// rag_two_steps_off, yes_no_n, yes_no_kappa, yes_no_accuracy, single_n, single_accuracy, multi_micro_f1,
// multi_precision, multi_recall, named_n, named_status_accuracy, named_person_exact, evidence_n,
// evidence_hit_at_3, evidence_precision_at_3. Rounded to three places; null where there is none.
#pragma once

#include <string>
#include <vector>

#include "reports/evaluation.h"

namespace planmark {

// `changed` may be nullptr: there is no earlier version.
std::string evaluation_json(const Evaluation& evaluation, const std::vector<JudgedChange>* changed);

}  // namespace planmark
