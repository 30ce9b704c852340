#include "review/document_text.h"

#include "review/extraction_store.h"

namespace planmark {

Result<Document> load_text(const Workspace& workspace, const std::string& sha256) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  Document document = stored_text(look, sha256);
  return look.commit(std::move(document));
}

}  // namespace planmark
