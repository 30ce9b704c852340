#include "base/file.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/open_workspace.h"
#include "corpus/sheet_table.h"
#include "reports/answers_import.h"
#include "reports/answers_workbook.h"
#include "reports/plain_text.h"
#include "workbench/clock.h"

namespace planmark {
namespace {

std::string import_changes_text(const std::vector<SheetChange>& changes) {
  std::string text;
  for (const SheetChange& change : changes) {
    const std::string before =
        change.before.empty() ? "" : format("\"{}\" becomes ", printable(change.before));
    text += format("row {}: {}: {}\"{}\" ({})\n", change.row, change.about, before, printable(change.after),
                   change.decision.action);
  }
  return text;
}

std::string problems_text(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    text += format("{}: {}\n", problem.where, printable(problem.what));
    if (!problem.fix.empty()) text += format("  {}\n", problem.fix);
  }
  return text;
}

std::string counts_text(const AnswersImport& import) {
  std::string text = format("{} rows were not edited", import.unchanged);
  if (import.known > 0) text += format("; {} hold what is recorded already", import.known);
  if (!import.conflicts.empty())
    text += format("; {} conflicts are left as they are", import.conflicts.size());
  return text + ".\n";
}

}  // namespace

Status import_command(const CommonOptions& common, const ImportOptions& options, const Console& console) {
  auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto bytes = read_file(options.file);
  if (!bytes) return console.fail(bytes.error());
  const auto table = parse_table(*bytes, options.file, answers_sheet);
  if (!table) return console.fail(table.error());
  const auto import = read_answers(open->workspace, open->knowledge.rules, open->knowledge.systems, *table,
                                   options.file, {options.person, time_stamp_in(std::chrono::seconds(0))});
  if (!import) return console.fail(import.error());
  console.print(import_changes_text(import->changes));
  console.tell(problems_text(import->conflicts) + problems_text(import->mistakes));
  const std::size_t count = import->changes.size();
  if (!import->mistakes.empty()) {
    console.tell(format("planmark: {} mistakes, so nothing is recorded; without them {} answers would be\n",
                        import->mistakes.size(), count));
    return Status::usage;
  }
  if (!options.dry_run)
    if (auto recorded = record_answers(open->workspace, open->knowledge.rules, *import); !recorded)
      return console.fail(recorded.error());
  console.print(format("{} answers {} as {}. {}", count, options.dry_run ? "would be recorded" : "recorded",
                       options.person, counts_text(*import)));
  return import->conflicts.empty() ? Status::done : Status::left_out;
}

}  // namespace planmark
