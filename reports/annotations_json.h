// Answers with their quotes as W3C Web Annotations: one for each quote, for other tools that mark documents.
//
// An AnnotationCollection with its one page (https://www.w3.org/TR/annotation-model/). An annotation's target
// is the document by its SHA-256 (RFC 6920), `via` the address that it was published at. The quote is found
// by its words with 32 characters before and after (TextQuoteSelector), by its place in the text that
// planmark reads, in code points from 0 (TextPositionSelector), and on its page (FragmentSelector, RFC 3778).
// Of a quote whose document has been read anew since and differs there, the words and the page alone are
// given.
//
// The body says question and answer. What a person decided is by that person and has the time; a draft is by
// the program, and its body begins with "Draft, not confirmed". Quotes that speak against are left out.
#pragma once

#include <string>
#include <vector>

#include "analyze/rule_book.h"
#include "reports/answered_document.h"

namespace planmark {

std::string annotations_json(const std::vector<AnsweredDocument>& documents, const RuleBook& rules);

}  // namespace planmark
