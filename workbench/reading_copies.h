// Documents in memory, as they are read at the desk: loading one takes longer than showing a page of it.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analyze/sentence.h"
#include "extract/document.h"
#include "review/workspace.h"

namespace planmark {

struct ReadingCopy {
  ExtractionVersion version;
  Document document;
  // Other bytes in the text would make positions mean something else: forms carry this and are refused when
  // the document has been read anew since.
  std::string text_version;
  std::vector<Sentence> sentences;  // in text order
};

class ReadingCopies {
 public:
  explicit ReadingCopies(std::size_t most) : most_(most) {}

  // `version`: of the text that is stored now; a copy of another is loaded anew. Errors: those of
  // Workspace::load_document(). From any thread.
  Result<std::shared_ptr<const ReadingCopy>> of(const Workspace& workspace, const std::string& sha256,
                                                const ExtractionVersion& version);

 private:
  std::size_t most_;
  std::mutex mutex_;
  std::list<std::shared_ptr<const ReadingCopy>> copies_;  // last used first
};

}  // namespace planmark
