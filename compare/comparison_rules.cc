#include "compare/comparison_rules.h"

#include "analyze/lexicon_table.h"

namespace planmark {

Result<ComparisonRules> load_comparison_rules(const std::filesystem::path& lexicons) {
  ComparisonRules rules;
  const auto read = [&](LexiconTable& root) {
    root.allow(
        {"shortest_run", "most_places", "part_of", "alike", "alike_anywhere", "alike_in_place", "example"});
    rules.shortest_run = count_up_to(root, "shortest_run", 20);
    rules.most_places = count_up_to(root, "most_places", 1000);
    rules.part_of = number_between(root, "part_of", 0, 1);
    rules.alike = number_between(root, "alike", 0, 1);
    rules.alike_anywhere = number_between(root, "alike_anywhere", 0, 1);
    rules.alike_in_place = number_between(root, "alike_in_place", 0, 1);
    rules.examples = read_examples(root, "before", "after");
  };
  return read_rule_file(lexicons, comparison_file, "the rules of comparison", read).map([&] {
    return std::move(rules);
  });
}

}  // namespace planmark
