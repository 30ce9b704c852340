#include "cli/show_acronyms.h"

#include <algorithm>

#include "analyze/acronym.h"
#include "base/format.h"
#include "cli/table.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

// The topics that are found in the meaning, by name.
std::string topics_in(Span meaning, const Analysis& analysis, const RuleBook& rules) {
  std::vector<std::string> names;
  for (const Mention& mention : analysis.mentions) {
    const Concept& topic = rules.concepts[rules.rules[mention.rule].concept_index];
    if (!meaning.contains(mention.span) || topic.id.starts_with("cue.")) continue;
    if (std::ranges::find(names, topic.name) == names.end()) names.push_back(topic.name);
  }
  return joined(names, "; ");
}

}  // namespace

Result<std::string> acronyms_of(const OpenWorkspace& open, const Document& document, std::size_t width) {
  const RuleBook& rules = open.knowledge.rules;
  auto analysis = open.workspace.load_analysis(document.sha256, rules);
  if (!analysis && analysis.error().kind != ProblemKind::not_found) return tl::unexpected(analysis.error());
  std::vector<std::vector<std::string>> rows;
  for (const Acronym& acronym : find_acronyms(document))
    rows.push_back({acronym.letters, printable(slice(document.text, acronym.meaning)),
                    std::to_string(page_at(document, acronym.defined.begin) + 1),
                    analysis ? topics_in(acronym.meaning, *analysis, rules) : ""});
  if (rows.empty()) return std::string("It defines no acronyms.\n");
  return table({{.head = "ACRONYM"},
                {.head = "MEANING", .at_least = 24},
                {.head = "PAGE", .numbers = true},
                {.head = "A TERM FOR", .at_least = 12}},
               rows, width);
}

}  // namespace planmark
