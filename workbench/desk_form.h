// The desk's form: which fields it has, and the decision that a filled-in one asks for.
//
//   action        "confirm", "change", "cannot tell", "answer"
//   answer        rag, yes_no, single_select: the answer; named_person: "named", "role only", "not named"
//   values        multi_select: once for each option; free_text: the text
//   person, role  named_person
//   verdict.BEGIN-END  "accepted", "rejected" or nothing, of the quote at those bytes; why.BEGIN-END
//   added         BEGIN-END, once for each quote that the person found
//   untick        BEGIN-END, of a clause that does not hold: its quote is rejected
//   reason, comment, key, supersedes, text_version
#pragma once

#include <vector>

#include "workbench/desk.h"

namespace planmark {

// "120-180"; nullopt for anything else, and for what does not lie on character boundaries of the text.
std::optional<Span> span_of(std::string_view text, const Document& document);
std::string name_of(Span span);

// The quotes that the form accepts, rejects and adds. Errors: bad_input (not a place of this document).
Result<std::vector<MarkedQuote>> quotes_of(const Fields& form, const Document& document);

// The answer in one line, as review/answer_check.h spells it; not checked here.
std::string answer_of(const Fields& form, const Question& question);

// Errors: bad_input (a field that is none, a document that has been read anew since the form was shown).
Result<Decision> decision_of(const Visit& visit, const Desk& desk);

}  // namespace planmark
