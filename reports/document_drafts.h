// One document with its drafts, as every report takes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/workspace.h"

namespace planmark {

struct DocumentDrafts {
  RegisteredDocument registered;
  Document document;
  std::string part;  // the part that the drafts were made for
  AnalysisVersion analysis;
  ExtractionVersion extraction;
  std::vector<Draft> drafts;  // in survey order
};

// nullopt where the document has no drafts yet. Errors: storage.
Result<std::optional<DocumentDrafts>> gather_drafts(const Workspace& workspace,
                                                    const RegisteredDocument& registered);

}  // namespace planmark
