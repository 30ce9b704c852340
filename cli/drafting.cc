#include "cli/drafting.h"

#include "analyze/analyze.h"
#include "corpus/identity.h"

namespace planmark {

Result<void> draft_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                            const RegisteredDocument& registered, const Document& document) {
  const ProposedIdentity proposal =
      propose_identity(document, registered.file_names.front(), knowledge.systems);
  auto stored = workspace.set_identity(registered.sha256, proposal.identity, IdentitySource::proposed,
                                       proposal.evidence);
  if (!stored) return stored;
  auto identity = workspace.identity(registered.sha256);
  if (!identity) return tl::unexpected(identity.error());
  const Analysis analysis = analyze(document, knowledge.rules, matcher, identity->part);
  return workspace.save_analysis(registered.sha256, identity->part, analysis, knowledge.rules,
                                 knowledge.analysis);
}

Result<void> draft_stored_document(Workspace& workspace, const Knowledge& knowledge, const Matcher& matcher,
                                   const RegisteredDocument& registered) {
  auto document = workspace.load_document(registered.sha256);
  if (!document) return tl::unexpected(document.error());
  return draft_document(workspace, knowledge, matcher, registered, *document);
}

}  // namespace planmark
