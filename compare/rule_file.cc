#include "compare/rule_file.h"

#include "analyze/lexicon_table.h"
#include "base/file.h"
#include "base/format.h"

namespace planmark {

Result<void> read_rule_file(const std::filesystem::path& lexicons, const char* file, const std::string& what,
                            const std::function<void(LexiconTable&)>& read) {
  auto bytes = read_file(lexicons / file);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto parsed = parse_lexicon_file(file, std::move(*bytes));
  if (!parsed) return tl::unexpected(parsed.error());
  Mistakes mistakes;
  LexiconTable root(*parsed, parsed->root, what, mistakes);
  read(root);
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return {};
}

double number_between(LexiconTable& table, const std::string& key, double least, double most) {
  const auto number = table.number(key);
  if (!number) {
    table.report(table.place(), format("the key '{}' is missing", key));
    return least;
  }
  if (*number >= least && *number <= most) return *number;
  table.report(table.place(), format("'{}' has to lie between {} and {}", key, least, most));
  return least;
}

std::uint32_t count_up_to(LexiconTable& table, const std::string& key, double most) {
  return static_cast<std::uint32_t>(number_between(table, key, 1, most));
}

std::vector<RuleExample> read_examples(LexiconTable& root, const std::string& first,
                                       const std::string& second) {
  std::vector<RuleExample> examples;
  for (LexiconTable& table : root.tables("example", "an example")) {
    table.allow({first, second, "expect"});
    RuleExample example{table.required_text(first).text, table.required_text(second).text, {}, 0};
    for (PlacedText& found : table.required_texts("expect")) example.expect.push_back(std::move(found.text));
    example.line = table.place().line;
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace planmark
