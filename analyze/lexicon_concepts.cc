#include "analyze/lexicon_concepts.h"

#include <algorithm>
#include <map>
#include <string>

#include "analyze/fold.h"
#include "analyze/match.h"
#include "analyze/pattern.h"
#include "base/format.h"
#include "base/side_by_side.h"

namespace planmark {
namespace {

// In the order in which rules are numbered.
struct RuleKey {
  const char* key;
  bool is_term, case_sensitive, weak, negative;
};
constexpr RuleKey rule_keys[] = {
    {"terms", true, false, false, false},         {"exact_terms", true, true, false, false},
    {"patterns", false, false, false, false},     {"exact_patterns", false, true, false, false},
    {"weak_terms", true, false, true, false},     {"weak_patterns", false, false, true, false},
    {"not_terms", true, false, false, true},      {"not_patterns", false, false, false, true},
    {"not_exact_terms", true, true, false, true}, {"not_exact_patterns", false, true, false, true},
};

std::vector<std::string> concept_keys() {
  std::vector<std::string> keys = {"id", "name", "match", "reject", "match_gaps", "reject_gaps"};
  for (const RuleKey& key : rule_keys) keys.emplace_back(key.key);
  return keys;
}

bool is_id(const std::string& id) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), allowed);
}

std::string pattern_of(const RuleKey& key, const std::string& written, const Inflections& inflections) {
  const std::string folded = fold(written).text;
  if (!key.is_term) return folded;
  if (!has_letter_or_digit(folded)) return {};
  return key.case_sensitive ? exact_term_pattern(folded) : term_pattern(folded, inflections);
}

// What is understood well enough to be run here is a valid pattern.
std::string error_in(const Rule& rule) {
  return !rule.ready || rule.ready->program ? std::string() : pattern_error(rule.pattern);
}

void read_rules(LexiconTable& table, ConceptEntry& entry, const Inflections& inflections, Trial trial) {
  std::map<std::pair<bool, std::string>, Place> seen;
  for (const RuleKey& key : rule_keys) {
    for (const PlacedText& written : table.texts(key.key)) {
      Rule rule;
      rule.id = format("{}/{}", entry.topic.id, entry.rules.size() + 1);
      rule.pattern = pattern_of(key, written.text, inflections);
      rule.case_sensitive = key.case_sensitive;
      rule.weak = key.weak;
      rule.negative = key.negative;
      if (trial == Trial::all) rule.ready = ready_pattern(rule.pattern, rule.case_sensitive);
      if (rule.pattern.empty())
        table.report(written.place, "a term needs a letter or a digit");
      else if (const std::string error = key.is_term ? std::string() : error_in(rule); !error.empty())
        table.report(written.place, format("this pattern cannot be used: {}", error));
      const auto [at, fresh] = seen.try_emplace({key.case_sensitive, rule.pattern}, written.place);
      if (!fresh)
        table.report(written.place, format("the same is looked for already in line {}", at->second.line));
      entry.rules.push_back(std::move(rule));
      entry.written.push_back({written, key.key, key.is_term});
    }
  }
  const auto positive = [](const Rule& rule) { return !rule.negative; };
  if (std::none_of(entry.rules.begin(), entry.rules.end(), positive))
    table.report(table.place(), "this concept has nothing to look for: give it 'terms' or 'patterns'");
}

ConceptEntry read_concept(LexiconTable table, const Inflections& inflections, Trial trial) {
  table.allow(concept_keys());
  ConceptEntry entry;
  const PlacedText id = table.required_text("id");
  entry.file = &table.file();
  entry.place = id.place;
  entry.topic = {id.text, table.required_text("name").text, table.file().name, table.place().line};
  if (!is_id(id.text)) table.report(id.place, "an id is made of letters, digits, '.', '-' and '_'");
  read_rules(table, entry, inflections, trial);
  for (PlacedText& text : table.required_texts("match")) entry.examples.push_back({std::move(text), true});
  for (PlacedText& text : table.texts("reject")) entry.examples.push_back({std::move(text), false});
  for (PlacedText& text : table.texts("match_gaps")) entry.examples.push_back({std::move(text), true, true});
  for (PlacedText& text : table.texts("reject_gaps"))
    entry.examples.push_back({std::move(text), false, true});
  return entry;
}

std::string finding_in(const FoldedText& folded, const std::string& text, const Matcher& matcher,
                       const RuleBook& rules, std::uint32_t concept_index) {
  const std::vector<Sentence> whole = {{{0, static_cast<std::uint32_t>(text.size())}, 0}};
  const std::vector<Mention> mentions = matcher.find_mentions_of(concept_index, folded, whole);
  if (mentions.empty()) return {};
  return format("rule {} finds '{}'", rules.rules[mentions.front().rule].id,
                slice(text, mentions.front().span));
}

// Why nothing is found: a negative rule may have cancelled it.
std::string negative_rule_in(const std::string& text, const RuleBook& rules, std::uint32_t concept_index) {
  for (const Rule& rule : rules.rules) {
    if (!rule.negative || rule.concept_index != concept_index) continue;
    const PatternSet alone({{rule.pattern, rule.case_sensitive}});
    if (!alone.locate(0, text).empty()) return format("; rule {} says what is not one", rule.id);
  }
  return {};
}

std::string fault_in(const ConceptExample& example, const Concept& topic, const RuleBook& rules) {
  const std::uint32_t index = rules.concept_index(topic.id);
  const FoldedText folded = fold(example.text.text);
  const std::string found = finding_in(folded, example.text.text, *rules.matcher, rules, index);
  if (example.must_match && found.empty())
    return format("'{}' must be found in this sentence and is not{}", topic.id,
                  negative_rule_in(folded.text, rules, index));
  if (!example.must_match && !found.empty())
    return format("'{}' must not be found in this sentence, but {}", topic.id, found);
  return {};
}

}  // namespace

std::vector<ConceptEntry> read_concepts(const LexiconFile& file, const Inflections& inflections, Trial trial,
                                        Mistakes& mistakes) {
  LexiconTable root(file, file.root, "a lexicon of concepts", mistakes);
  root.allow({"concept"});
  std::vector<ConceptEntry> entries;
  for (LexiconTable& table : root.tables("concept", "a concept"))
    entries.push_back(read_concept(std::move(table), inflections, trial));
  return entries;
}

std::vector<std::string> term_keys() {
  std::vector<std::string> keys;
  for (const RuleKey& key : rule_keys)
    if (key.is_term) keys.emplace_back(key.key);
  return keys;
}

std::vector<TriedExample> try_examples(const std::vector<ConceptEntry>& entries, const RuleBook& rules) {
  std::vector<TriedExample> tried;
  for (const ConceptEntry& entry : entries)
    for (const ConceptExample& example : entry.examples) tried.push_back({&entry, &example, {}});
  each_side_by_side(tried.size(), [&](std::size_t i) {
    tried[i].fault = fault_in(*tried[i].example, tried[i].entry->topic, rules);
  });
  return tried;
}

void check_examples(const std::vector<ConceptEntry>& entries, const RuleBook& rules, Mistakes& mistakes) {
  for (TriedExample& tried : try_examples(entries, rules)) {
    if (tried.fault.empty() || tried.example->known_gap) continue;
    mistakes.report(*tried.entry->file, tried.example->text.place, std::move(tried.fault));
  }
}

}  // namespace planmark
