// A workspace of two strategies: of Ayle, with a confirmed answer and a draft, and of Bray, where somebody
// could not tell.
#pragma once

#include <vector>

#include "reports/answered_document.h"
#include "tests/support/temporary_folder.h"

namespace planmark {

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
