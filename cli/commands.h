// The commands, one file each: what each prints and the status that it ends with.
#pragma once

#include "cli/options.h"

namespace planmark {

Status run_command(const CommonOptions& common, const RunOptions& options, const Console& console);
Status add_command(const CommonOptions& common, const AddOptions& options, const Console& console);
Status list_command(const CommonOptions& common, const ListOptions& options, const Console& console);
Status show_command(const CommonOptions& common, const ShowOptions& options, const Console& console);
Status export_command(const CommonOptions& common, const ExportOptions& options, const Console& console);
Status verify_command(const CommonOptions& common, const VerifyOptions& options, const Console& console);
Status systems_command(const CommonOptions& common, const SystemsOptions& options, const Console& console);
Status evaluate_command(const CommonOptions& common, const EvaluateOptions& options, const Console& console);
Status serve_command(const CommonOptions& common, const ServeOptions& options, const Console& console);
Status lexicon_command(const CommonOptions& common, const LexiconOptions& options, const Console& console);
Status listing_command(const CommonOptions& common, const ListingOptions& options, const Console& console);
Status watch_command(const CommonOptions& common, const WatchOptions& options, const Console& console);
Status compare_command(const CommonOptions& common, const CompareOptions& options, const Console& console);
Status import_command(const CommonOptions& common, const ImportOptions& options, const Console& console);
Status report_command(const CommonOptions& common, const ReportOptions& options, const Console& console);
Status permit_command(const CommonOptions& common, const PermitOptions& options, const Console& console);

}  // namespace planmark
