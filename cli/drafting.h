// The second half of the line for one document that has been read: what it is, what it says, what is stored
// of it.
#pragma once

#include <functional>
#include <vector>

#include "analyze/match.h"
#include "cli/knowledge.h"
#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

// Proposes the identity (what a manifest or a person settled stays), drafts answers for the part that it then
// has, and stores both. `registered` is what the workspace says of the document. Errors: storage.
Result<void> draft_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                            const RegisteredDocument& registered, const Document& document);

// The same for documents whose text is in the workspace, those that something is asked of first, and of them
// the longest. As many as `jobs` are analysed at a time; what is stored is the same with any number. One that
// nothing is asked of and whose sentences are today's is only marked so, its identity left as it is.
// `drafted` is told of each that has been stored and says whether to go on.
Result<void> draft_stored_documents(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                                    const std::vector<RegisteredDocument>& documents, unsigned jobs,
                                    const std::function<bool(const RegisteredDocument&)>& drafted);

// The drafts for `part` with today's lexicons, those made anew that rest on what the document has from
// sources that bar a Yes (compare/borrowed_draft.h); the workspace stays as it is. Errors: storage.
Result<Analysis> analyse_document(const Workspace& workspace, const Knowledge& knowledge,
                                  const Matcher& matcher, const RegisteredDocument& registered,
                                  const std::string& part, const Document& document);

}  // namespace planmark
