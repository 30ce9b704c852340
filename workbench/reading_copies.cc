#include "workbench/reading_copies.h"

#include <algorithm>

#include "base/sha256.h"

namespace planmark {

Result<std::shared_ptr<const ReadingCopy>> ReadingCopies::of(const Workspace& workspace,
                                                             const std::string& sha256,
                                                             const ExtractionVersion& version) {
  const auto is_it = [&](const auto& copy) { return copy->document.sha256 == sha256; };
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(copies_.begin(), copies_.end(), is_it);
    if (found != copies_.end() && (*found)->version == version) {
      copies_.splice(copies_.begin(), copies_, found);
      return copies_.front();
    }
  }
  auto document = workspace.load_document(sha256);
  if (!document) return tl::unexpected(document.error());
  std::vector<Sentence> sentences = split_sentences(*document);
  std::string text_version = sha256_hex(document->text).substr(0, 16);
  auto copy = std::make_shared<const ReadingCopy>(
      ReadingCopy{version, std::move(*document), std::move(text_version), std::move(sentences)});
  const std::lock_guard lock(mutex_);
  copies_.remove_if(is_it);
  copies_.push_front(copy);
  if (copies_.size() > most_) copies_.pop_back();
  return copy;
}

}  // namespace planmark
