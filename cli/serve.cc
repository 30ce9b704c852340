#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "compare/comparison_rules.h"
#include "workbench/workbench.h"

namespace planmark {

Status serve_command(const CommonOptions& common, const ServeOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto comparison = load_comparison_rules(open->places.lexicons);
  if (!comparison) return console.fail(comparison.error());
  WorkbenchSettings settings{.workspace = common.workspace,
                             .rules = std::move(open->knowledge.rules),
                             .systems = std::move(open->knowledge.systems),
                             .comparison = *comparison,
                             .shared = std::move(open->knowledge.shared),
                             .extraction = open->knowledge.extraction,
                             .analysis = open->knowledge.analysis,
                             .public_name = options.public_name};
  settings.server.address = options.listen;
  settings.server.port = options.port;
  settings.server.end_on_signals = true;
  auto workbench = Workbench::open(std::move(settings));
  if (!workbench) return console.fail(workbench.error());
  auto link = workbench->first_link();
  if (!link) return console.fail(link.error());
  console.print(format("planmark is at {}/ for the workspace {}\n", workbench->address(), common.workspace));
  if (*link)
    console.print(
        format("Nobody can sign in yet. This link works once, within 72 hours, as \"coordinator\":\n  {}\n",
               **link));
  console.print("Ctrl-C stops it.\n");
  if (auto flushed = console.flush(); !flushed) return console.fail(flushed.error());
  workbench->serve();
  console.tell("planmark has stopped. Everything that was answered is kept.\n");
  return Status::done;
}

}  // namespace planmark
