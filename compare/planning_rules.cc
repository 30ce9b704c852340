#include "analyze/lexicon_table.h"
#include "analyze/pattern.h"
#include "base/format.h"
#include "compare/commitment.h"
#include "compare/priority.h"

namespace planmark {
namespace {

std::shared_ptr<const PatternSet> read_patterns(LexiconTable& root, const std::string& key) {
  std::vector<PatternSet::Source> sources;
  for (PlacedText& pattern : root.required_texts(key)) {
    if (const std::string error = pattern_error(pattern.text); !error.empty())
      root.report(pattern.place, format("'{}' cannot be used as a pattern: {}", pattern.text, error));
    sources.push_back({std::move(pattern.text), false});
  }
  return std::make_shared<const PatternSet>(std::move(sources));
}

}  // namespace

Result<CommitmentRules> load_commitment_rules(const std::filesystem::path& lexicons) {
  CommitmentRules rules;
  const auto read = [&](LexiconTable& root) {
    root.allow({"promises", "deadlines", "dates", "date_heads", "figures", "no_figures", "reports", "denials",
                "alike", "in_place", "reported", "example"});
    rules.promises = read_patterns(root, "promises");
    rules.deadlines = read_patterns(root, "deadlines");
    rules.dates = read_patterns(root, "dates");
    rules.date_heads = read_patterns(root, "date_heads");
    rules.figures = read_patterns(root, "figures");
    rules.no_figures = read_patterns(root, "no_figures");
    rules.reports = read_patterns(root, "reports");
    rules.denials = read_patterns(root, "denials");
    rules.alike = number_between(root, "alike", 0, 1);
    rules.in_place = number_between(root, "in_place", 0, 1);
    rules.reported = number_between(root, "reported", 0, 1);
    rules.examples = read_examples(root, "before", "after");
  };
  return read_rule_file(lexicons, commitments_file, "the rules of commitments", read).map([&] {
    return std::move(rules);
  });
}

Result<PriorityRules> load_priority_rules(const std::filesystem::path& lexicons) {
  PriorityRules rules;
  const auto read = [&](LexiconTable& root) {
    root.allow({"numbered", "introduced", "tied_heads", "owner_heads", "owners", "common_words", "covers",
                "covers_all", "example"});
    rules.numbered = read_patterns(root, "numbered");
    rules.introduced = read_patterns(root, "introduced");
    rules.tied_heads = read_patterns(root, "tied_heads");
    rules.owner_heads = read_patterns(root, "owner_heads");
    rules.owners = read_patterns(root, "owners");
    for (PlacedText& word : root.required_texts("common_words"))
      rules.common_words.push_back(std::move(word.text));
    rules.covers = number_between(root, "covers", 0, 1);
    rules.covers_all = number_between(root, "covers_all", 0, 1);
    rules.examples = read_examples(root, "strategy", "plan");
  };
  return read_rule_file(lexicons, priorities_file, "the rules of priorities", read).map([&] {
    return std::move(rules);
  });
}

}  // namespace planmark
