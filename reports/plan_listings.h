// What became of an edition's commitments, and what a plan does for each priority of a strategy, as listings.
#pragma once

#include <string>

#include "compare/follow_commitments.h"
#include "compare/priority.h"
#include "corpus/register.h"
#include "reports/listing.h"
#include "review/workspace.h"

namespace planmark {

// "Ashmarsh and the Lyde, plan, 2023 (ashmarsh__jfp__2023.pdf)": what is known of it.
std::string document_line(const RegisteredDocument& document, const Register& systems);

// "page 4: “We will open two hubs.”"; empty for an empty span.
std::string quote_line(const Document& document, Span span);

// Rows: the earlier edition's commitments in its order, then the later one's new ones. Errors: not_found
// (never read), storage.
Result<Listing> commitments_listing(const Workspace& workspace, const RegisteredDocument& before,
                                    const RegisteredDocument& after, const Register& systems,
                                    const ComparisonRules& comparison, const CommitmentRules& rules);

// Rows: each priority with its actions, best first, or "no action found"; then the groups of children and
// young people that the strategy names and the plan does not, as far as both have been drafted. Errors: as
// above.
Result<Listing> priorities_listing(const Workspace& workspace, const RegisteredDocument& strategy,
                                   const RegisteredDocument& plan, const Register& systems,
                                   const RuleBook& lexicon, const CommitmentRules& commitments,
                                   const PriorityRules& rules);

}  // namespace planmark
