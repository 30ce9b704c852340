#include "analyze/lexicon_lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/pattern.h"
#include "base/format.h"

namespace planmark {
namespace {

// One rule with all that is known of it. `number` is its index in `Lexicons::rules`.
struct PlacedRule {
  const ConceptEntry* entry;
  const Rule* rule;
  const WrittenRule* written;
  std::string sample;  // a term's own words, folded; empty for a pattern
};

struct Lexicons {
  const LexiconSource& source;
  std::vector<PlacedRule> rules;  // in the order of the files
  PatternSet patterns;            // numbered as `rules`
};

bool is_cue(const std::string& id) { return id.starts_with("cue."); }

std::vector<PlacedRule> placed_rules(const LexiconSource& source) {
  std::vector<PlacedRule> rules;
  for (const ConceptEntry& entry : source.concepts) {
    for (std::size_t i = 0; i < entry.rules.size(); ++i) {
      const WrittenRule& written = entry.written[i];
      std::string sample = written.is_term ? fold(written.text.text).text : std::string();
      std::erase(sample, '~');
      rules.push_back({&entry, &entry.rules[i], &written, std::move(sample)});
    }
  }
  return rules;
}

PatternSet patterns_of(const std::vector<PlacedRule>& rules) {
  std::vector<PatternSet::Source> sources;
  for (const PlacedRule& placed : rules)
    sources.push_back({placed.rule->pattern, placed.rule->case_sensitive});
  return PatternSet(sources);
}

LintFinding finding(LintKind kind, const PlacedRule& at, std::string message) {
  return {kind, mistake_at(*at.entry->file, at.written->text.place, std::move(message))};
}

std::string name_of(const PlacedRule& placed) {
  return format("'{}' ({}:{})", placed.written->text.text, placed.entry->file->name,
                placed.written->text.place.line);
}

using Findings = std::vector<LintFinding>;

void find_duplicates(const Lexicons& lexicons, Findings& findings) {
  std::map<std::pair<bool, std::string>, const PlacedRule*> seen;
  for (const PlacedRule& placed : lexicons.rules) {
    if (placed.rule->negative || is_cue(placed.entry->topic.id)) continue;
    const auto [at, fresh] = seen.try_emplace({placed.rule->case_sensitive, placed.rule->pattern}, &placed);
    if (fresh || at->second->entry == placed.entry) continue;
    findings.push_back(finding(LintKind::duplicate, placed,
                               format("'{}' and '{}' look for the same: {}", placed.entry->topic.id,
                                      at->second->entry->topic.id, name_of(*at->second))));
  }
}

// Which rules of the same concept find something in a term's own words.
struct Within {
  const PlacedRule* taker = nullptr;    // a negative rule
  const PlacedRule* broader = nullptr;  // another rule of the same sign
};

bool finds_own_words(const Lexicons& lexicons, std::uint32_t rule, const std::string& sample) {
  return !lexicons.patterns.locate(rule, sample).empty();
}

Within within(const Lexicons& lexicons, std::uint32_t number, PatternGate::Pass& pass) {
  const PlacedRule& placed = lexicons.rules[number];
  Within found;
  for (const std::uint32_t other : pass.may_match(placed.sample)) {
    const PlacedRule& candidate = lexicons.rules[other];
    if (other == number || candidate.entry != placed.entry) continue;
    if (!finds_own_words(lexicons, other, placed.sample)) continue;
    if (candidate.rule->negative && !placed.rule->negative && found.taker == nullptr)
      found.taker = &candidate;
    if (candidate.rule->negative != placed.rule->negative || found.broader != nullptr) continue;
    if (candidate.rule->weak && !placed.rule->weak) continue;
    // Of two that find each other only the later is redundant.
    const bool mutual = !candidate.sample.empty() && finds_own_words(lexicons, number, candidate.sample);
    if (!mutual || other < number) found.broader = &candidate;
  }
  return found;
}

void find_idle_terms(const Lexicons& lexicons, Findings& findings) {
  PatternGate::Pass pass = lexicons.patterns.pass();
  for (std::uint32_t number = 0; number < lexicons.rules.size(); ++number) {
    const PlacedRule& placed = lexicons.rules[number];
    if (placed.sample.empty()) continue;
    const Within found = within(lexicons, number, pass);
    if (found.taker != nullptr) {
      findings.push_back(finding(LintKind::cancelled, placed,
                                 format("this is never found: {} takes it away", name_of(*found.taker))));
    } else if (found.broader != nullptr) {
      findings.push_back(finding(LintKind::redundant, placed,
                                 format("{} finds all that this finds", name_of(*found.broader))));
    }
  }
}

// Concept -> the options that it belongs to, of one question.
using OptionsOf = std::map<std::string, std::set<std::string>>;

OptionsOf options_of(const Question& question) {
  OptionsOf options;
  for (const Option& option : question.options)
    for (const std::string& id : option.concepts) options[id].insert(option.name);
  return options;
}

// Concepts that a text names, as the matcher has it: what negative rules cancel is not named.
std::set<std::string> concepts_in(const std::string& text, const Matcher& matcher, const RuleBook& book) {
  std::set<std::string> ids;
  const std::vector<Sentence> whole = {{{0, static_cast<std::uint32_t>(text.size())}, 0}};
  for (const Mention& mention : matcher.find_mentions(fold(text), whole))
    ids.insert(book.concepts[book.rules[mention.rule].concept_index].id);
  return ids;
}

void find_two_options(const Lexicons& lexicons, Findings& findings) {
  const RuleBook book = rule_book_of(lexicons.source);
  const Matcher& matcher = *book.matcher;
  for (const PlacedRule& placed : lexicons.rules) {
    const std::string& id = placed.entry->topic.id;
    if (placed.rule->negative || placed.sample.empty() || is_cue(id)) continue;
    const std::set<std::string> named = concepts_in(placed.sample, matcher, book);
    for (const Question& question : book.questions) {
      const OptionsOf options = options_of(question);
      const auto own = options.find(id);
      if (own == options.end()) continue;
      const auto other = std::find_if(named.begin(), named.end(), [&](const std::string& found) {
        const auto at = options.find(found);
        return at != options.end() && at->second != own->second && found != id;
      });
      if (other == named.end()) continue;
      findings.push_back(finding(LintKind::two_options, placed,
                                 format("'{}' is found here too: in {} this names '{}' and '{}'", *other,
                                        question.id, *own->second.begin(), *options.at(*other).begin())));
      break;
    }
  }
}

std::vector<bool> fired_rules(const Lexicons& lexicons) {
  std::vector<bool> fired(lexicons.rules.size());
  PatternGate::Pass pass = lexicons.patterns.pass();
  const auto fire = [&](const std::string& text) {
    const std::string folded = fold(text).text;
    for (const std::uint32_t rule : pass.may_match(folded))
      if (!fired[rule]) fired[rule] = !lexicons.patterns.locate(rule, folded).empty();
  };
  for (const ConceptEntry& entry : lexicons.source.concepts)
    for (const ConceptExample& example : entry.examples) fire(example.text.text);
  for (const QuestionEntry& entry : lexicons.source.questions)
    for (const QuestionExample& example : entry.question.examples) fire(example.text);
  return fired;
}

// One finding for each concept: a list of rules a line each would hide the rest.
void find_unfired(const Lexicons& lexicons, Findings& findings) {
  constexpr std::size_t named_at_most = 5;
  const std::vector<bool> fired = fired_rules(lexicons);
  for (std::size_t begin = 0, end = 0; begin < lexicons.rules.size(); begin = end) {
    const PlacedRule* first = nullptr;
    std::size_t silent = 0;
    std::string named;
    for (end = begin; end < lexicons.rules.size() && lexicons.rules[end].entry == lexicons.rules[begin].entry;
         ++end) {
      if (fired[end]) continue;
      if (first == nullptr) first = &lexicons.rules[end];
      if (++silent <= named_at_most)
        named += (named.empty() ? "'" : ", '") + lexicons.rules[end].written->text.text + "'";
    }
    if (first == nullptr) continue;
    findings.push_back(
        finding(LintKind::unfired, *first,
                format("no example fires {} of the {} rules of '{}': {}{}", silent, end - begin,
                       first->entry->topic.id, named, silent > named_at_most ? ", ..." : "")));
  }
}

void add_ids(const std::vector<std::string>& concepts, const Settings& settings, std::set<std::string>& ids) {
  ids.insert(concepts.begin(), concepts.end());
  for (const auto& [key, list] : settings.lists)
    if (key.ends_with("concepts") || key.ends_with("cues")) ids.insert(list.begin(), list.end());
}

void find_unused(const Lexicons& lexicons, Findings& findings) {
  std::set<std::string> used;
  for (const QuestionEntry& entry : lexicons.source.questions) {
    const Question& question = entry.question;
    add_ids(question.concepts, question.settings, used);
    for (const Option& option : question.options) add_ids(option.concepts, option.settings, used);
    for (const Aspect& aspect : question.aspects) add_ids(aspect.concepts, aspect.settings, used);
    if (question.partly) add_ids(question.partly->concepts, question.partly->settings, used);
  }
  for (const ConceptEntry& entry : lexicons.source.concepts) {
    const std::string& id = entry.topic.id;
    if (is_cue(id) || used.contains(id)) continue;
    findings.push_back(
        {LintKind::unused, mistake_at(*entry.file, entry.place, format("no question uses '{}'", id))});
  }
}

}  // namespace

std::vector<LintFinding> lint(const LexiconSource& source) {
  std::vector<PlacedRule> rules = placed_rules(source);
  PatternSet patterns = patterns_of(rules);
  const Lexicons lexicons{source, std::move(rules), std::move(patterns)};
  Findings findings;
  find_duplicates(lexicons, findings);
  find_two_options(lexicons, findings);
  find_idle_terms(lexicons, findings);
  find_unfired(lexicons, findings);
  find_unused(lexicons, findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const LintFinding& a, const LintFinding& b) { return a.kind < b.kind; });
  return findings;
}

}  // namespace planmark
