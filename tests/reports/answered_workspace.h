// Workspaces of strategies without files, and one of two strategies: of Ayle, with a confirmed answer and a
// draft, and of Bray, where somebody could not tell.
#pragma once

#include <string>
#include <vector>

#include "reports/answered_document.h"
#include "tests/support/temporary_folder.h"

namespace planmark {

// Adds the document as a strategy that has been read; its hash is made of its system and edition.
std::string add_strategy(Workspace& workspace, const TemporaryFolder& scratch, const Identity& identity,
                         Document document);

// The text that a consumer would select: code points counted by itself.
std::u32string decoded(const std::string& text);

class AnsweredWorkspace {
 public:
  AnsweredWorkspace();
  const Workspace& workspace() const { return workspace_; }
  std::vector<AnsweredDocument> documents() const;

 private:
  TemporaryFolder scratch_;
  Workspace workspace_;
};

}  // namespace planmark
