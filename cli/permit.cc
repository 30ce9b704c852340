#include <chrono>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "corpus/nearest_name.h"
#include "reports/drafts_text.h"
#include "review/naming.h"
#include "workbench/clock.h"

namespace planmark {
namespace {

// As the workspace's documents have it: the register's code, or the name that was given with them.
Result<std::string> system_of(const OpenWorkspace& open, const std::string& given) {
  const System* known = open.knowledge.systems.find(given);
  const std::string wanted = known == nullptr ? given : known->code;
  const auto documents = open.workspace.documents({}, {});
  if (!documents) return tl::unexpected(documents.error());
  std::vector<std::string> names;
  for (const RegisteredDocument& document : *documents) {
    if (document.identity.system == wanted) return wanted;
    if (!document.identity.system.empty())
      names.push_back(system_name(open.knowledge.systems, document.identity.system));
  }
  const std::string nearest = nearest_name(given, names);
  return failure(ProblemKind::not_found, format("the workspace has no document of a system {}", given),
                 open.workspace.folder().string(),
                 nearest.empty() ? "planmark list shows the documents" : format("did you mean {}?", nearest));
}

}  // namespace

Status permit_command(const CommonOptions& common, const PermitOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto system = system_of(*open, options.system);
  if (!system) return console.fail(system.error());
  const auto recorded = set_naming(open->workspace, *system, !options.withdraw, options.why,
                                   {options.person, time_stamp_in(std::chrono::seconds(0))});
  if (!recorded) return console.fail(recorded.error());
  console.print(format("{} {} be named in public with its good practice\n",
                       system_name(open->knowledge.systems, *system),
                       options.withdraw ? "may no longer" : "may"));
  return Status::done;
}

}  // namespace planmark
