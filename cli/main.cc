#include <exception>

#include "base/format.h"
#include "cli/commands.h"

namespace planmark {
namespace {

struct Perform {
  const CommonOptions& common;
  const Console& console;

  Status operator()(const RunOptions& options) const { return run_command(common, options, console); }
  Status operator()(const AddOptions& options) const { return add_command(common, options, console); }
  Status operator()(const ListOptions& options) const { return list_command(common, options, console); }
  Status operator()(const ShowOptions& options) const { return show_command(common, options, console); }
  Status operator()(const ExportOptions& options) const { return export_command(common, options, console); }
  Status operator()(const VerifyOptions& options) const { return verify_command(common, options, console); }
  Status operator()(const SystemsOptions& options) const { return systems_command(common, options, console); }
  Status operator()(const EvaluateOptions& options) const {
    return evaluate_command(common, options, console);
  }
  Status operator()(const ListingOptions& options) const { return listing_command(common, options, console); }
  Status operator()(const WatchOptions& options) const { return watch_command(common, options, console); }
  Status operator()(const ServeOptions& options) const { return serve_command(common, options, console); }
  Status operator()(const LexiconOptions& options) const { return lexicon_command(common, options, console); }
  Status operator()(const CompareOptions& options) const { return compare_command(common, options, console); }
  Status operator()(const ImportOptions& options) const { return import_command(common, options, console); }
  Status operator()(const ReportOptions& options) const { return report_command(common, options, console); }
  Status operator()(const PermitOptions& options) const { return permit_command(common, options, console); }
};

Status perform(int argc, const char* const* argv, const Console& console) {
  Status status = Status::done;
  const std::optional<Options> options = parse_options(argc, argv, console, status);
  if (options) status = std::visit(Perform{options->common, console}, options->command);
  if (auto flushed = console.flush(); !flushed) return console.fail(flushed.error());
  return status;
}

}  // namespace
}  // namespace planmark

int main(int argc, char** argv) {
  const planmark::Console console;
  try {
    return static_cast<int>(planmark::perform(argc, argv, console));
  } catch (const std::exception& error) {
    const planmark::Problem problem{planmark::ProblemKind::internal, error.what(), "",
                                    "the same command goes on"};
    return static_cast<int>(console.fail(problem));
  }
}
