#include "cli/open_workspace.h"

#include <algorithm>

namespace planmark {

Result<OpenWorkspace> open_workspace(const CommonOptions& common, Trial trial) {
  auto places = find_data(common.data, common.lexicons);
  if (!places) return tl::unexpected(places.error());
  auto workspace = Workspace::open_existing(common.workspace);
  if (!workspace) return tl::unexpected(workspace.error());
  auto knowledge = load_knowledge(*places, trial);
  if (!knowledge) return tl::unexpected(knowledge.error());
  if (auto known = know_sources(*knowledge, places->lexicons, *workspace); !known)
    return tl::unexpected(known.error());
  return OpenWorkspace{std::move(*places), std::move(*knowledge), std::move(*workspace)};
}

Result<RegisteredDocument> find_registered(const OpenWorkspace& open, const std::string& reference) {
  auto sha256 = open.workspace.find_document(reference);
  if (!sha256) return tl::unexpected(sha256.error());
  auto known = open.workspace.documents(open.knowledge.extraction, open.knowledge.analysis);
  if (!known) return tl::unexpected(known.error());
  const auto found = std::find_if(known->begin(), known->end(), [&](const RegisteredDocument& document) {
    return document.sha256 == *sha256;
  });
  if (found == known->end())
    return failure(ProblemKind::internal, "a document was found and is not listed", *sha256);
  return *found;
}

}  // namespace planmark
