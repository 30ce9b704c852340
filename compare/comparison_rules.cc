#include "compare/comparison_rules.h"

#include "analyze/lexicon_table.h"
#include "base/file.h"

namespace planmark {
namespace {

const std::vector<std::string> keys = {"shortest_run",   "most_places",    "part_of", "alike",
                                       "alike_anywhere", "alike_in_place", "example"};

double read_number(LexiconTable& table, const std::string& key, double least, double most) {
  const auto number = table.number(key);
  if (!number) {
    table.report(table.place(), "the key '" + key + "' is missing");
    return least;
  }
  if (*number < least || *number > most)
    table.report(table.place(), "'" + key + "' has to lie between " +
                                    std::to_string(static_cast<int>(least)) + " and " +
                                    std::to_string(static_cast<int>(most)));
  return *number;
}

std::uint32_t read_count(LexiconTable& table, const std::string& key, double most) {
  return static_cast<std::uint32_t>(read_number(table, key, 1, most));
}

ComparisonExample read_example(LexiconTable& table) {
  table.allow({"before", "after", "expect"});
  ComparisonExample example;
  example.before = table.required_text("before").text;
  example.after = table.required_text("after").text;
  for (PlacedText& kind : table.required_texts("expect")) example.expect.push_back(std::move(kind.text));
  example.line = table.place().line;
  return example;
}

}  // namespace

Result<ComparisonRules> load_comparison_rules(const std::filesystem::path& lexicons) {
  auto bytes = read_file(lexicons / comparison_file);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto file = parse_lexicon_file(comparison_file, std::move(*bytes));
  if (!file) return tl::unexpected(file.error());
  Mistakes mistakes;
  LexiconTable root(*file, file->root, "the rules of comparison", mistakes);
  root.allow(keys);
  ComparisonRules rules;
  rules.shortest_run = read_count(root, "shortest_run", 20);
  rules.most_places = read_count(root, "most_places", 1000);
  rules.part_of = read_number(root, "part_of", 0, 1);
  rules.alike = read_number(root, "alike", 0, 1);
  rules.alike_anywhere = read_number(root, "alike_anywhere", 0, 1);
  rules.alike_in_place = read_number(root, "alike_in_place", 0, 1);
  for (LexiconTable& example : root.tables("example", "an example"))
    rules.examples.push_back(read_example(example));
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return rules;
}

}  // namespace planmark
