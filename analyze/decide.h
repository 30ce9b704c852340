// Findings in, a draft answer out. One file for each answer type; decide() picks by the question's type.
//
// The numbers and lists a decider goes by are the question's settings (lexicons/README.md), never constants
// here.
#pragma once

#include "analyze/analysis.h"
#include "analyze/draft_inputs.h"
#include "analyze/rule_book.h"

namespace planmark {

// Always gives a draft: documents that could not be read come out as not_assessed with the reason. What rests
// on words that were recognised in a picture (Page::ocr), or found nothing in a document with such pages, has
// low confidence and says so.
Draft decide(const Question& question, const DraftInputs& inputs);

// Yes / To some extent / No by the rubric's clauses K1 to K3, floor, caps and forced answers.
Draft decide_rag(const Question& question, const DraftInputs& inputs);

// "yes" on one qualifying sentence.
Draft decide_yes_no(const Question& question, const DraftInputs& inputs);

// Each option on one qualifying sentence of its own concepts; evidence covers the options with few sentences
// first.
Draft decide_options(const Question& question, const DraftInputs& inputs);

// The option of highest rank that holds.
Draft decide_single(const Question& question, const DraftInputs& inputs);

// Sentences to write a comment from.
Draft decide_free_text(const Question& question, const DraftInputs& inputs);

}  // namespace planmark
