#include "reports/plan_listings.h"

#include <algorithm>
#include <map>

#include "base/format.h"
#include "reports/drafts_text.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

constexpr std::size_t most_actions = 8;  // shown for one priority

std::string terms_line(const Document& document, const std::vector<Term>& terms) {
  std::vector<std::string> texts;
  for (const Term& term : terms) texts.push_back(printable(slice(document.text, term.span)));
  return joined(texts, ", ");
}

std::string dates_and_figures(const Document& document, const Commitment& commitment) {
  std::vector<std::string> parts;
  for (const std::vector<Term>* terms : {&commitment.deadlines, &commitment.figures})
    if (!terms->empty()) parts.push_back(terms_line(document, *terms));
  return joined(parts, "; ");
}

std::string fates_line(const std::vector<FollowedCommitment>& followed) {
  std::vector<std::string> counts;
  for (const CommitmentFate fate : commitment_fates) {
    const auto number = std::count_if(followed.begin(), followed.end(),
                                      [fate](const FollowedCommitment& each) { return each.fate == fate; });
    if (number > 0) counts.push_back(format("{} {}", number, name_of(fate)));
  }
  return counts.empty() ? "No commitment with a date or number was found in either."
                        : joined(counts, ", ") + ".";
}

// Concepts "group....": by index into the lexicon's concepts, their first mention.
using NamedGroups = std::map<std::uint32_t, Span>;

NamedGroups groups_of(const Analysis& analysis, const RuleBook& lexicon) {
  NamedGroups groups;
  for (const Mention& mention : analysis.mentions) {
    const std::uint32_t index = lexicon.rules[mention.rule].concept_index;
    if (lexicon.concepts[index].id.starts_with("group.")) groups.emplace(index, mention.span);
  }
  return groups;
}

Span sentence_at(const std::vector<Sentence>& sentences, Span span) {
  for (const Sentence& sentence : sentences)
    if (sentence.span.contains(span.begin)) return sentence.span;
  return span;
}

Result<void> add_missing_groups(const Workspace& workspace, const RegisteredDocument& strategy,
                                const RegisteredDocument& plan, const Document& text, const RuleBook& lexicon,
                                Listing& listing) {
  if (!strategy.analyzed || !plan.analyzed) {
    listing.summary.push_back("Groups were not compared: planmark run drafts both documents first.");
    return {};
  }
  const auto wanted = workspace.load_analysis(strategy.sha256, lexicon);
  if (!wanted) return tl::unexpected(wanted.error());
  const auto there = workspace.load_analysis(plan.sha256, lexicon);
  if (!there) return tl::unexpected(there.error());
  const NamedGroups of_plan = groups_of(*there, lexicon);
  std::size_t missing = 0;
  for (const auto& [group, span] : groups_of(*wanted, lexicon)) {
    if (of_plan.contains(group)) continue;
    ++missing;
    listing.rows.push_back(
        {"group missing", lexicon.concepts[group].name,
         "named in the strategy, " + quote_line(text, sentence_at(wanted->sentences, span)), "", "", ""});
  }
  listing.summary.push_back(format("{} groups that the strategy names are not named in the plan.", missing));
  return {};
}

void add_actions(const std::string& name, const std::vector<PlanAction>& actions, const Document& plan,
                 Listing& listing) {
  if (actions.empty()) listing.rows.push_back({"no action found", name, "", "", "", ""});
  for (std::size_t i = 0; i < std::min(actions.size(), most_actions); ++i) {
    const PlanAction& action = actions[i];
    listing.rows.push_back(
        {"action", name, quote_line(plan, action.promise.span), terms_line(plan, action.promise.deadlines),
         printable(slice(plan.text, action.owner)), terms_line(plan, action.promise.figures)});
  }
  if (actions.size() > most_actions)
    listing.rows.push_back({"more", name, format("and {} more", actions.size() - most_actions), "", "", ""});
}

}  // namespace

std::string document_line(const RegisteredDocument& document, const Register& systems) {
  std::vector<std::string> parts;
  for (const std::string& part :
       {system_name(systems, document.identity.system), document.identity.part, document.identity.edition})
    if (!part.empty()) parts.push_back(part);
  const std::string file =
      document.file_names.empty() ? document.sha256.substr(0, 12) : document.file_names.front();
  return parts.empty() ? file : format("{} ({})", joined(parts, ", "), file);
}

std::string quote_line(const Document& document, Span span) {
  if (span.empty()) return {};
  return format("page {}: “{}”", page_at(document, span.begin) + 1, printable(slice(document.text, span)));
}

Result<Listing> commitments_listing(const Workspace& workspace, const RegisteredDocument& before,
                                    const RegisteredDocument& after, const Register& systems,
                                    const ComparisonRules& comparison, const CommitmentRules& rules) {
  const auto earlier = workspace.load_document(before.sha256);
  if (!earlier) return tl::unexpected(earlier.error());
  const auto later = workspace.load_document(after.sha256);
  if (!later) return tl::unexpected(later.error());
  const auto earlier_sentences = split_sentences(*earlier), later_sentences = split_sentences(*later);
  const auto followed = follow_commitments({*earlier, earlier_sentences}, {*later, later_sentences},
                                           compare_documents(*earlier, *later, comparison), rules);
  Listing listing{
      .title =
          "Commitments followed: " + document_line(before, systems) + " to " + document_line(after, systems),
      .summary = {fates_line(followed)},
      .columns = {"Fate", "Before", "Dates and figures before", "After", "Dates and figures after"}};
  for (const FollowedCommitment& each : followed)
    listing.rows.push_back({name_of(each.fate), quote_line(*earlier, each.before.span),
                            dates_and_figures(*earlier, each.before), quote_line(*later, each.after.span),
                            dates_and_figures(*later, each.after)});
  return listing;
}

Result<Listing> priorities_listing(const Workspace& workspace, const RegisteredDocument& strategy,
                                   const RegisteredDocument& plan, const Register& systems,
                                   const RuleBook& lexicon, const CommitmentRules& commitments,
                                   const PriorityRules& rules) {
  const auto wanted = workspace.load_document(strategy.sha256);
  if (!wanted) return tl::unexpected(wanted.error());
  const auto done = workspace.load_document(plan.sha256);
  if (!done) return tl::unexpected(done.error());
  const std::vector<Priority> priorities = priorities_of(*wanted, rules);
  const auto actions = actions_for(*wanted, priorities, *done, split_sentences(*done), commitments, rules);
  const auto without =
      std::count_if(actions.begin(), actions.end(), [](const auto& each) { return each.empty(); });
  Listing listing{
      .title = "From strategy to plan: " + document_line(strategy, systems) + " to " +
               document_line(plan, systems),
      .summary = {format("{} priorities were found in the strategy; for {} of them no action was found.",
                         priorities.size(), without)},
      .columns = {"Finding", "Priority", "Plan", "Date", "Owner", "Number"}};
  if (priorities.empty())
    listing.summary = {
        "No heading, list or item of the strategy calls itself a priority: what they are called is data "
        "(lexicons/priorities.toml)."};
  for (std::size_t i = 0; i < priorities.size(); ++i)
    add_actions(printable(slice(wanted->text, priorities[i].span)), actions[i], *done, listing);
  auto added = add_missing_groups(workspace, strategy, plan, *wanted, lexicon, listing);
  if (!added) return tl::unexpected(added.error());
  return listing;
}

}  // namespace planmark
