#include <algorithm>
#include <map>
#include <set>

#include "cli/interrupt.h"
#include "cli/run.h"

namespace planmark {
namespace {

using SettledByManifest = std::map<std::string, Identity>;  // by hash

Result<SettledByManifest> keep_files(Run& run, const RunInputs& inputs) {
  std::set<std::string> kept;
  SettledByManifest settled;
  for (const InputFile& file : inputs.files) {
    if (interrupted()) break;
    auto sha256 = run.workspace.add_file(file.path);
    if (sha256) {
      kept.insert(*sha256);
      if (file.settled != Identity{}) settled.emplace(*sha256, file.settled);
    } else if (sha256.error().kind == ProblemKind::storage) {
      return tl::unexpected(sha256.error());
    } else {
      run.refused.push_back(sha256.error());
    }
  }
  run.documents.assign(kept.begin(), kept.end());
  return settled;
}

}  // namespace

Result<void> register_inputs(Run& run, const RunInputs& inputs) {
  run.refused = inputs.refused;
  auto settled = keep_files(run, inputs);
  if (!settled) return tl::unexpected(settled.error());
  for (const auto& [sha256, given] : *settled) {
    const Identity identity = settled_identity(given, {}, run.knowledge.systems);
    auto stored = run.workspace.set_identity(sha256, identity, IdentitySource::manifest, {});
    if (!stored) return stored;
  }
  return {};
}

Result<void> take_all_documents(Run& run) {
  auto known = run.workspace.documents(run.knowledge.extraction, run.knowledge.analysis);
  if (!known) return tl::unexpected(known.error());
  for (const RegisteredDocument& document : *known) run.documents.push_back(document.sha256);
  std::sort(run.documents.begin(), run.documents.end());
  return {};
}

}  // namespace planmark
