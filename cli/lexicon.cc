#include "analyze/lexicon_lint.h"
#include "analyze/lexicon_trial.h"
#include "base/format.h"
#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/lexicon_tools.h"

namespace planmark {
namespace {

Result<LexiconSource> source_of(const CommonOptions& common) {
  auto places = find_data(common.data, common.lexicons);
  if (!places) return tl::unexpected(places.error());
  return read_lexicon_source(places->lexicons);
}

// "file:line:column: message", the line and the caret: without the kind of problem, which is always the same.
std::string account_of(const Problem& problem) { return format("{}: {}\n", problem.where, problem.what); }

const char* heading_of(LintKind kind) {
  switch (kind) {
    case LintKind::duplicate:
      return "Terms of two concepts";
    case LintKind::two_options:
      return "Terms that name two options of a question";
    case LintKind::cancelled:
      return "Terms that are never found";
    case LintKind::redundant:
      return "Terms that a broader rule makes needless";
    case LintKind::unfired:
      return "Rules that no example fires";
    case LintKind::unused:
      return "Concepts that no question uses";
  }
  return "";
}

Status lint_command(const CommonOptions& common, const Console& console) {
  const auto source = source_of(common);
  if (!source) return console.fail(source.error());
  const std::vector<LintFinding> findings = lint(*source);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (i == 0 || findings[i - 1].kind != findings[i].kind)
      console.print(format("{}{}\n\n", i == 0 ? "" : "\n", heading_of(findings[i].kind)));
    console.print(account_of(findings[i].problem));
  }
  console.print(findings.empty()
                    ? "Nothing to say of these lexicons.\n"
                    : format("\n{} things to look at; none of them is a mistake\n", findings.size()));
  return Status::done;
}

void print_all(const char* heading, const std::vector<Problem>& problems, const Console& console) {
  if (problems.empty()) return;
  console.print(format("{}\n\n", heading));
  for (const Problem& problem : problems) console.print(account_of(problem));
  console.print("\n");
}

Status test_command(const CommonOptions& common, const Console& console) {
  const auto source = source_of(common);
  if (!source) return console.fail(source.error());
  const ExampleReport trial = try_lexicons(*source);
  print_all("Not as they should be", trial.failed, console);
  print_all("Known gaps", trial.gaps, console);
  print_all("Recorded as gaps, and closed: move them to the other examples", trial.closed, console);
  console.print(format("{} sentences and {} examples of questions: {} wrong, {} known gaps, {} closed\n",
                       trial.sentences, trial.questions, trial.failed.size(), trial.gaps.size(),
                       trial.closed.size()));
  return trial.failed.empty() ? Status::done : Status::left_out;
}

}  // namespace

Status lexicon_command(const CommonOptions& common, const LexiconOptions& options, const Console& console) {
  switch (options.what) {
    case LexiconOptions::What::lint:
      return lint_command(common, console);
    case LexiconOptions::What::test:
      return test_command(common, console);
    case LexiconOptions::What::find:
      return lexicon_find(common, options, console);
    case LexiconOptions::What::impact:
      return lexicon_impact(common, console);
    case LexiconOptions::What::to_csv:
      return lexicon_export(common, options.file, console);
    case LexiconOptions::What::from_csv:
      return lexicon_import(common, options.file, console);
  }
  return Status::usage;
}

}  // namespace planmark
