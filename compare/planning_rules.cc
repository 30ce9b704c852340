#include "analyze/lexicon_table.h"
#include "analyze/pattern.h"
#include "base/file.h"
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

double read_share(LexiconTable& root, const std::string& key) {
  const auto share = root.number(key);
  if (!share)
    root.report(root.place(), format("the key '{}' is missing", key));
  else if (*share < 0 || *share > 1)
    root.report(root.place(), format("'{}' has to lie between 0 and 1", key));
  return share.value_or(0);
}

CommitmentExample read_commitment_example(LexiconTable& table) {
  table.allow({"before", "after", "expect"});
  CommitmentExample example;
  example.before = table.required_text("before").text;
  example.after = table.required_text("after").text;
  for (PlacedText& fate : table.required_texts("expect")) example.expect.push_back(std::move(fate.text));
  example.line = table.place().line;
  return example;
}

PriorityExample read_priority_example(LexiconTable& table) {
  table.allow({"strategy", "plan", "expect"});
  PriorityExample example;
  example.strategy = table.required_text("strategy").text;
  example.plan = table.required_text("plan").text;
  for (PlacedText& priority : table.required_texts("expect"))
    example.expect.push_back(std::move(priority.text));
  example.line = table.place().line;
  return example;
}

}  // namespace

Result<CommitmentRules> load_commitment_rules(const std::filesystem::path& lexicons) {
  auto bytes = read_file(lexicons / commitments_file);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto file = parse_lexicon_file(commitments_file, std::move(*bytes));
  if (!file) return tl::unexpected(file.error());
  Mistakes mistakes;
  LexiconTable root(*file, file->root, "the rules of commitments", mistakes);
  root.allow({"promises", "deadlines", "dates", "date_heads", "figures", "no_figures", "reports", "denials",
              "alike", "in_place", "reported", "example"});
  CommitmentRules rules;
  rules.promises = read_patterns(root, "promises");
  rules.deadlines = read_patterns(root, "deadlines");
  rules.dates = read_patterns(root, "dates");
  rules.date_heads = read_patterns(root, "date_heads");
  rules.figures = read_patterns(root, "figures");
  rules.no_figures = read_patterns(root, "no_figures");
  rules.reports = read_patterns(root, "reports");
  rules.denials = read_patterns(root, "denials");
  rules.alike = read_share(root, "alike");
  rules.in_place = read_share(root, "in_place");
  rules.reported = read_share(root, "reported");
  for (LexiconTable& example : root.tables("example", "an example"))
    rules.examples.push_back(read_commitment_example(example));
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return rules;
}

Result<PriorityRules> load_priority_rules(const std::filesystem::path& lexicons) {
  auto bytes = read_file(lexicons / priorities_file);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto file = parse_lexicon_file(priorities_file, std::move(*bytes));
  if (!file) return tl::unexpected(file.error());
  Mistakes mistakes;
  LexiconTable root(*file, file->root, "the rules of priorities", mistakes);
  root.allow(
      {"numbered", "introduced", "owner_heads", "owners", "common_words", "covers", "covers_all", "example"});
  PriorityRules rules;
  rules.numbered = read_patterns(root, "numbered");
  rules.introduced = read_patterns(root, "introduced");
  rules.owner_heads = read_patterns(root, "owner_heads");
  rules.owners = read_patterns(root, "owners");
  for (PlacedText& word : root.required_texts("common_words"))
    rules.common_words.push_back(std::move(word.text));
  rules.covers = read_share(root, "covers");
  rules.covers_all = read_share(root, "covers_all");
  for (LexiconTable& example : root.tables("example", "an example"))
    rules.examples.push_back(read_priority_example(example));
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return rules;
}

}  // namespace planmark
