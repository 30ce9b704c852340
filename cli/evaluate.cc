#include <algorithm>

#include "base/format.h"
#include "cli/commands.h"
#include "cli/evaluation_text.h"
#include "cli/open_workspace.h"
#include "cli/table.h"
#include "reports/evaluation.h"
#include "reports/evaluation_json.h"

namespace planmark {
namespace {

struct Measured {
  RuleBook rules;
  std::vector<DraftAnswer> drafts;
  std::size_t out_of_date = 0;  // documents drafted with other lexicons or versions
};

Result<Measured> drafts_in_file(const CommonOptions& common, const std::string& file) {
  auto places = find_data(common.data, common.lexicons);
  if (!places) return tl::unexpected(places.error());
  auto rules = load_rule_book(places->lexicons, Trial::skip);
  if (!rules) return tl::unexpected(rules.error());
  auto drafts = read_drafts(file);
  if (!drafts) return tl::unexpected(drafts.error());
  return Measured{std::move(*rules), std::move(*drafts), 0};
}

Result<Measured> drafts_in_workspace(const CommonOptions& common) {
  auto open = open_workspace(common);
  if (!open) return tl::unexpected(open.error());
  auto documents = open->workspace.documents(open->knowledge.extraction, open->knowledge.analysis);
  if (!documents) return tl::unexpected(documents.error());
  Measured measured{std::move(open->knowledge.rules), {}, 0};
  for (const RegisteredDocument& registered : *documents) {
    auto drafts = gather_drafts(open->workspace, registered);
    if (!drafts) return tl::unexpected(drafts.error());
    if (!*drafts) continue;
    if (!registered.analyzed) ++measured.out_of_date;
    std::ranges::move(draft_answers(**drafts, measured.rules), std::back_inserter(measured.drafts));
  }
  return measured;
}

// Against the drafts of the file; the same gold set and survey.
Result<std::vector<JudgedChange>> changes_since(const std::string& file, const std::vector<GoldAnswer>& gold,
                                                const RuleBook& rules, const Evaluation& now) {
  const auto drafts = read_drafts(file);
  if (!drafts) return tl::unexpected(drafts.error());
  const auto then = evaluate(gold, *drafts, rules);
  if (!then) return tl::unexpected(then.error());
  return changes(*then, now);
}

}  // namespace

Status evaluate_command(const CommonOptions& common, const EvaluateOptions& options, const Console& console) {
  const auto gold = read_gold(options.gold);
  if (!gold) return console.fail(gold.error());
  const auto measured =
      options.drafts.empty() ? drafts_in_workspace(common) : drafts_in_file(common, options.drafts);
  if (!measured) return console.fail(measured.error());
  const auto evaluation = evaluate(*gold, measured->drafts, measured->rules);
  if (!evaluation) return console.fail(evaluation.error());
  Result<std::vector<JudgedChange>> changed;
  if (!options.against.empty()) changed = changes_since(options.against, *gold, measured->rules, *evaluation);
  if (!changed) return console.fail(changed.error());

  const std::size_t width = table_width(console.out);
  if (options.json) {
    console.print(evaluation_json(*evaluation, options.against.empty() ? nullptr : &*changed));
  } else {
    console.print(evaluation_text(*evaluation, width));
    if (options.errors) console.print("\n" + errors_text(*evaluation, width));
    if (!options.against.empty()) console.print("\n" + changes_text(*changed, options.against, width));
  }
  if (measured->out_of_date > 0)
    console.tell(
        format("planmark: the drafts of {} documents were made with other lexicons or versions\n"
               "  planmark run makes them anew\n",
               measured->out_of_date));
  return evaluation->without_draft.empty() ? Status::done : Status::left_out;
}

}  // namespace planmark
