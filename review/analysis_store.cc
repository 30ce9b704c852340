#include "review/analysis_store.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/format.h"
#include "review/draft_store.h"
#include "review/packed.h"

namespace planmark {
namespace {

// The order in which find_mentions() gives them.
bool comes_before(const Mention& a, const Mention& b) {
  return std::tie(a.sentence, a.span, a.rule) < std::tie(b.sentence, b.span, b.rule);
}

using PlacesByRule = std::map<std::string, std::string>;  // packed

PlacesByRule stored_places(Transaction& look, const std::string& sha256) {
  PlacesByRule stored;
  Statement row = look.prepare("SELECT rule, places FROM mention WHERE document = ?");
  row.with(sha256);
  while (row.next()) stored.emplace(row.text(0), row.bytes(1));
  return stored;
}

// Mentions are kept by rule and come back by position (load_mentions), so their order must be that. What
// another lexicon finds is nearly all what the last one found: only what differs is written.
void store_mentions(Transaction& change, const std::string& sha256, const std::vector<Mention>& mentions,
                    const RuleBook& rules) {
  if (!std::is_sorted(mentions.begin(), mentions.end(), comes_before))
    return change.fail(
        {ProblemKind::internal, "cannot be stored: its mentions are not in order", sha256, {}});
  std::map<std::uint32_t, std::vector<Mention>> by_rule;
  for (const Mention& mention : mentions) by_rule[mention.rule].push_back(mention);
  PlacesByRule before = stored_places(change, sha256);
  Statement insert =
      change.prepare("INSERT OR REPLACE INTO mention (document, rule, mentions, places) VALUES (?, ?, ?, ?)");
  for (const auto& [rule, found] : by_rule) {
    if (rule >= rules.rules.size())
      return change.fail(
          {ProblemKind::internal, "a mention of a rule that is not in the rule book", sha256, {}});
    std::string places;
    for (const Mention& mention : found) pack(mention, places);
    const std::string& id = rules.rules[rule].id;
    const auto known = before.find(id);
    const bool stands = known != before.end() && known->second == places;
    if (known != before.end()) before.erase(known);
    if (!stands) insert.run(sha256, id, static_cast<std::uint64_t>(found.size()), Bytes{places});
  }
  Statement remove = change.prepare("DELETE FROM mention WHERE document = ? AND rule = ?");
  for (const auto& [rule, places] : before) remove.run(sha256, rule);
}

std::vector<Mention> load_mentions(Transaction& look, const std::string& sha256, const RuleBook& rules) {
  std::vector<Mention> mentions;
  Statement row = look.prepare("SELECT rule, places FROM mention WHERE document = ? ORDER BY rule");
  row.with(sha256);
  while (row.next()) {
    const std::string id = row.text(0);
    const auto rule = std::lower_bound(rules.rules.begin(), rules.rules.end(), id,
                                       [](const Rule& a, const std::string& b) { return a.id < b; });
    if (rule == rules.rules.end() || rule->id != id) {
      look.fail({ProblemKind::bad_input, format("analysed with another lexicon: there is no rule {} now", id),
                 sha256, "analyse it again: planmark run"});
    } else if (!unpack_mentions(row.bytes(1), static_cast<std::uint32_t>(rule - rules.rules.begin()),
                                mentions)) {
      look.fail({ProblemKind::storage, format("the mentions of rule {} are damaged", id), sha256,
                 "analyse it again: planmark run"});
    }
  }
  std::sort(mentions.begin(), mentions.end(), comes_before);
  return mentions;
}

}  // namespace

void store_analysis(Transaction& change, const std::string& sha256, const std::string& part,
                    const Analysis& analysis, const RuleBook& rules, const AnalysisVersion& version) {
  change
      .prepare(
          "INSERT INTO analysis (document, part, planmark, lexicon, icu, re2, sentences)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)"
          " ON CONFLICT (document) DO UPDATE SET part = excluded.part, planmark = excluded.planmark,"
          " lexicon = excluded.lexicon, icu = excluded.icu, re2 = excluded.re2, sentences = "
          "excluded.sentences")
      .run(sha256, part, version.planmark, version.lexicon, version.icu, version.re2,
           Bytes{pack(analysis.sentences)});
  store_mentions(change, sha256, analysis.mentions, rules);
  store_drafts(change, sha256, analysis.drafts, rules);
}

Analysis stored_analysis(Transaction& look, const std::string& sha256, const RuleBook& rules) {
  Analysis analysis;
  Statement row = look.prepare("SELECT sentences FROM analysis WHERE document = ?");
  if (!row.with(sha256).next()) {
    look.fail({ProblemKind::not_found, "not analysed yet", sha256, "analyse it: planmark run"});
    return analysis;
  }
  if (auto sentences = unpack_sentences(row.bytes(0)))
    analysis.sentences = std::move(*sentences);
  else
    look.fail({ProblemKind::storage, "its sentences are damaged", sha256, "analyse it again: planmark run"});
  analysis.mentions = load_mentions(look, sha256, rules);
  analysis.drafts = drafts_in(look, sha256);
  return analysis;
}

}  // namespace planmark
