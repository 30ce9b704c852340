// What each command takes: the command is made below `app`, with its options, their limits and their help,
// and what people give is put into its values.
#pragma once

#include "cli/options.h"

namespace CLI {
class App;
}

namespace planmark {

CLI::App& add_run(CLI::App& app, RunOptions& run);
CLI::App& add_draft(CLI::App& app, RunOptions& draft);
CLI::App& add_add(CLI::App& app, AddOptions& add);
CLI::App& add_show(CLI::App& app, ShowOptions& show);
CLI::App& add_export(CLI::App& app, ExportOptions& options);
CLI::App& add_verify(CLI::App& app, VerifyOptions& verify);
CLI::App& add_list(CLI::App& app, ListOptions& list);
CLI::App& add_systems(CLI::App& app, SystemsOptions& systems);
CLI::App& add_evaluate(CLI::App& app, EvaluateOptions& evaluate);
CLI::App& add_lexicon(CLI::App& app, LexiconOptions& lexicon);
CLI::App& add_report(CLI::App& app, ReportOptions& report);
CLI::App& add_permit(CLI::App& app, PermitOptions& permit);
CLI::App& add_compare(CLI::App& app, CompareOptions& compare);
CLI::App& add_import(CLI::App& app, ImportOptions& options);
CLI::App& add_serve(CLI::App& app, ServeOptions& serve);
CLI::App& add_watch(CLI::App& app, WatchOptions& watch);
CLI::App& add_borrowed(CLI::App& app, ListingOptions& listing);
CLI::App& add_commitments(CLI::App& app, ListingOptions& listing);
CLI::App& add_priorities(CLI::App& app, ListingOptions& listing);

}  // namespace planmark
