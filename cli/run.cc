#include "cli/run.h"

#include <chrono>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/run_summary.h"
#include "cli/workspace_lock.h"
#include "extract/ocr.h"

namespace planmark {
namespace {

using std::chrono::steady_clock;

Status tell_result(const Run& run, RunSummary summary, const std::string& workspace) {
  summary.left_out.insert(summary.left_out.begin(), run.refused.begin(), run.refused.end());
  summary.read_now = run.read_now;
  summary.pages_now = run.pages_now;
  run.console.print(summary_text(summary, workspace, run.console.out.width));
  if (interrupted()) {
    run.console.tell("planmark: interrupted; what is done is kept, and the same command goes on from here\n");
    return Status::interrupted;
  }
  return summary.left_out.empty() ? Status::done : Status::left_out;
}

Status tell_stopped(const Console& console, Problem problem) {
  const char* next = "what was done before is kept; when this is mended the same command goes on";
  problem.fix += (problem.fix.empty() ? "" : "; ") + std::string(next);
  return console.fail(problem);
}

Status run_in(Workspace& workspace, const RunInputs& inputs, Knowledge& knowledge,
              const std::filesystem::path& lexicons, std::shared_ptr<const std::string> language_data,
              const RunOptions& options, const Console& console) {
  const auto start = steady_clock::now();
  Run run{.options = options,
          .console = console,
          .knowledge = knowledge,
          .lexicons = lexicons,
          .workspace = workspace,
          .language_data = std::move(language_data)};
  auto done = inputs.files.empty() ? take_all_documents(run) : register_inputs(run, inputs);
  if (done) done = read_and_draft(run);
  if (!done) return tell_stopped(console, done.error());
  auto summary = summarise(workspace, knowledge, run.documents);
  if (!summary) return console.fail(summary.error());
  summary->pictures_could_be_read = options.reads && !run.language_data && !options.no_ocr;
  for (const auto& path : inputs.left_out) summary->not_readable.push_back(path.filename().string());
  summary->took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start);
  return tell_result(run, std::move(*summary), workspace.folder().string());
}

}  // namespace

// The lexicons are checked and the inputs found before anything is made or changed.
Status run_command(const CommonOptions& common, const RunOptions& options, const Console& console) {
  catch_interrupts();
  auto places = find_data(common.data, common.lexicons);
  if (!places) return console.fail(places.error());
  auto knowledge = load_knowledge(*places);
  if (!knowledge) return console.fail(knowledge.error());
  const bool from_paths = !options.paths.empty() || !options.manifest.empty();
  auto inputs = from_paths ? gather_inputs(options.paths, options.manifest, common.workspace) : RunInputs{};
  if (!inputs) return console.fail(inputs.error());
  for (const auto& manifest : inputs->manifests) console.tell(format("manifest: {}\n", manifest.string()));
  auto workspace =
      from_paths ? Workspace::open(common.workspace) : Workspace::open_existing(common.workspace);
  if (!workspace) return console.fail(workspace.error());
  auto lock = WorkspaceLock::take(common.workspace);
  if (!lock) return console.fail(lock.error());
  auto language_data = options.no_ocr || !options.reads ? nullptr : english_data();
  if (language_data) knowledge->extraction.tesseract = tesseract_version();
  return run_in(*workspace, *inputs, *knowledge, places->lexicons, std::move(language_data), options,
                console);
}

}  // namespace planmark
