#include "reports/document_drafts.h"

namespace planmark {

Result<std::optional<DocumentDrafts>> gather_drafts(const Workspace& workspace,
                                                    const RegisteredDocument& registered) {
  auto stored = workspace.load_drafts(registered.sha256);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return std::nullopt;
  auto document = workspace.load_document(registered.sha256);
  if (!document) return tl::unexpected(document.error());
  return DocumentDrafts{registered,         std::move(*document),  std::move((*stored)->part),
                        (*stored)->version, (*stored)->extraction, std::move((*stored)->drafts)};
}

}  // namespace planmark
