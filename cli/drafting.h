// The second half of the line for one document that has been read: what it is, what it says, what is stored
// of it.
#pragma once

#include "analyze/match.h"
#include "cli/knowledge.h"
#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

// Proposes the identity (what a manifest or a person settled stays), drafts answers for the part that it then
// has, and stores both. `registered` is what the workspace says of the document. Errors: storage.
Result<void> draft_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                            const RegisteredDocument& registered, const Document& document);

// The same for a document whose text is in the workspace.
Result<void> draft_stored_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                                   const RegisteredDocument& registered);

}  // namespace planmark
