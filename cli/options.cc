#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "base/format.h"
#include "cli/command_options.h"
#include "cli/knowledge.h"
#include "corpus/nearest_name.h"

namespace planmark {
namespace {

constexpr const char* about =
    "Reads published plans of England's health and care systems and drafts the answers to a survey,\n"
    "each with the quotes and pages it rests on. A draft is never an answer: a person confirms.";

constexpr const char* footer =
    "Examples:\n"
    "  planmark run plans/                         read every document of a folder and draft answers\n"
    "  planmark run plans/manifest.csv             the same, with who published what settled by a manifest\n"
    "  planmark draft                              after a change of lexicons or identities: draft anew\n"
    "  planmark list                               what is in the workspace\n"
    "  planmark show plan.pdf --question LEAD-01   one draft with its quotes and pages\n"
    "  planmark serve                              review the drafts in a browser\n"
    "  planmark add plan.pdf --system \"Surrey Heartlands\" --part plan --edition 2023\n"
    "  planmark export drafts --format jsonl --out drafts.jsonl\n"
    "\n"
    "Exit status:\n"
    "  0    everything asked for was done\n"
    "  1    something was left out, and named: a document that cannot be read, a quote that is not there\n"
    "  2    the arguments, the manifest or a lexicon have a mistake; nothing was done\n"
    "  3    the workspace cannot be read or written (no space, no right, damaged)\n"
    "  130  interrupted; the same command goes on where it stopped\n"
    "\n"
    "planmark COMMAND --help says more about each command.";

void add_common(CLI::App& command, CommonOptions& common) {
  command.add_option("-w,--workspace", common.workspace, "Folder that keeps documents and drafts")
      ->option_text("DIR [planmark-workspace]");
  command.add_option("--data", common.data, "Folder with planmark's lexicons and register")
      ->option_text("DIR");
  command.add_option("--lexicons", common.lexicons, "Folder with the lexicons to use instead")
      ->option_text("DIR");
}

// Where each command's options are put as they are read; the command that was given becomes `options`.
struct Commands {
  Options options;
  RunOptions run, draft;
  AddOptions add;
  ListOptions list;
  ShowOptions show;
  ExportOptions to;
  VerifyOptions verify;
  SystemsOptions systems;
  EvaluateOptions evaluate;
  LexiconOptions lexicon;
  ReportOptions report;
  PermitOptions permit;
  ImportOptions import;
  ServeOptions serve;
  WatchOptions watch;
  ListingOptions borrowed, commitments, priorities;
  CompareOptions compare;
};

void add_commands(CLI::App& app, Commands& commands) {
  const auto chosen = [&options = commands.options](CLI::App& command, auto& values) {
    add_common(command, options.common);
    command.callback([&options, &values] { options.command = values; });
  };
  chosen(add_run(app, commands.run), commands.run);
  chosen(add_draft(app, commands.draft), commands.draft);
  chosen(add_add(app, commands.add), commands.add);
  chosen(add_list(app, commands.list), commands.list);
  chosen(add_show(app, commands.show), commands.show);
  chosen(add_export(app, commands.to), commands.to);
  chosen(add_verify(app, commands.verify), commands.verify);
  chosen(add_systems(app, commands.systems), commands.systems);
  chosen(add_evaluate(app, commands.evaluate), commands.evaluate);
  chosen(add_lexicon(app, commands.lexicon), commands.lexicon);
  chosen(add_report(app, commands.report), commands.report);
  chosen(add_permit(app, commands.permit), commands.permit);
  chosen(add_compare(app, commands.compare), commands.compare);
  chosen(add_import(app, commands.import), commands.import);
  chosen(add_serve(app, commands.serve), commands.serve);
  chosen(add_watch(app, commands.watch), commands.watch);
  chosen(add_borrowed(app, commands.borrowed), commands.borrowed);
  chosen(add_commitments(app, commands.commitments), commands.commitments);
  chosen(add_priorities(app, commands.priorities), commands.priorities);
}

// What to say of a word that is no command; nullopt when it is one.
std::optional<Problem> unknown_command(const CLI::App& app, const std::string& typed) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), typed) != names.end()) return std::nullopt;
  const std::string nearest = nearest_name(typed, names);
  return Problem{
      ProblemKind::bad_input, format("there is no command {}", typed), "",
      nearest.empty() ? "planmark --help names them all" : format("did you mean planmark {}?", nearest)};
}

}  // namespace

std::optional<Options> parse_options(int argc, const char* const* argv, const Console& console,
                                     Status& status) {
  CLI::App app(about, "planmark");
  app.require_subcommand(1);
  app.get_formatter()->column_width(36);
  app.set_version_flag("--version", version_text,
                       "Print the versions of planmark and of what results depend on");
  Commands commands;
  add_commands(app, commands);
  app.footer(footer);  // last: sub-commands take over what stands when they are made

  if (argc > 1 && *argv[1] != '-') {
    if (const auto problem = unknown_command(app, argv[1])) {
      status = console.fail(*problem);
      return std::nullopt;
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const bool asked = app.exit(error, out, err) == 0;
    status = asked ? Status::done : Status::usage;
    console.print(out.str());
    console.tell(err.str());
    return std::nullopt;
  }
  return commands.options;
}

}  // namespace planmark
