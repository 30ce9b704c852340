#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/document_reference.h"
#include "reports/comparison_html.h"
#include "reports/comparison_json.h"
#include "reports/comparison_text.h"

namespace planmark {
namespace {

Result<EditionComparison> compared(const OpenWorkspace& open, const CompareOptions& options) {
  const auto rules = load_comparison_rules(open.places.lexicons);
  if (!rules) return tl::unexpected(rules.error());
  const auto before = find_edition(open, options.before);
  if (!before) return tl::unexpected(before.error());
  const auto after = find_edition(open, options.after);
  if (!after) return tl::unexpected(after.error());
  const Knowledge& known = open.knowledge;
  return compare_editions(
      open.workspace, *before, *after,
      {known.rules, known.systems, *rules, known.shared, known.extraction, known.analysis});
}

}  // namespace

Status compare_command(const CommonOptions& common, const CompareOptions& options, const Console& console) {
  const auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto made = compared(*open, options);
  if (!made) return console.fail(made.error());
  const Register& systems = open->knowledge.systems;
  const ChangesShown shown = options.only_questions ? ChangesShown::bearing_on_questions : ChangesShown::all;
  if (!options.html.empty()) {
    const auto written = write_file(options.html, comparison_html(*made, systems, shown));
    if (!written) return console.fail(written.error());
  }
  if (options.json)
    console.print(comparison_json(*made, systems, shown));
  else
    console.print(comparison_text(*made, systems, shown, {console.out.width, console.out.colour}));
  return Status::done;
}

}  // namespace planmark
