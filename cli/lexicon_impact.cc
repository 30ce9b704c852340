#include <algorithm>

#include "base/format.h"
#include "cli/drafting.h"
#include "cli/lexicon_tools.h"
#include "cli/open_workspace.h"
#include "cli/table.h"
#include "reports/draft_flips.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

struct Impact {
  std::vector<std::vector<std::string>> rows;
  std::size_t documents = 0, fresh = 0, contradicted = 0, agreed = 0;
};

std::string shown(const std::string& answer) { return answer.empty() ? "-" : printable(answer); }

void add(Impact& impact, const std::string& file, const DraftFlip& flip) {
  if (flip.before.empty()) ++impact.fresh;
  if (flip.contradicts()) ++impact.contradicted;
  if (flip.agrees()) ++impact.agreed;
  impact.rows.push_back({printable(file), flip.question, shown(flip.before), shown(flip.after),
                         flip.standing.empty() ? "" : printable(flip.standing)});
}

// Drafts anew what is stored, and stores nothing.
Result<void> add_document(Impact& impact, const OpenWorkspace& open, const Matcher& matcher,
                          const RegisteredDocument& registered) {
  const auto stored = open.workspace.load_drafts(registered.sha256);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return {};
  const auto document = open.workspace.load_document(registered.sha256);
  if (!document) return tl::unexpected(document.error());
  const auto decided = decisions(open.workspace, registered.sha256);
  if (!decided) return tl::unexpected(decided.error());
  const RuleBook& rules = open.knowledge.rules;
  const auto now =
      analyse_document(open.workspace, open.knowledge, matcher, registered, (*stored)->part, *document);
  if (!now) return tl::unexpected(now.error());
  const auto flips = draft_flips((*stored)->drafts, now->drafts, *decided, rules);
  if (!flips.empty()) ++impact.documents;
  for (const DraftFlip& flip : flips) add(impact, registered.file_names.front(), flip);
  return {};
}

}  // namespace

Status lexicon_impact(const CommonOptions& common, const Console& console) {
  const auto open = open_workspace(common, Trial::all);
  if (!open) return console.fail(open.error());
  const auto documents = open->workspace.documents(open->knowledge.extraction, open->knowledge.analysis);
  if (!documents) return console.fail(documents.error());
  const Matcher& matcher = *open->knowledge.rules.matcher;
  Impact impact;
  for (const RegisteredDocument& registered : *documents) {
    const auto added = add_document(impact, *open, matcher, registered);
    if (!added) return console.fail(added.error());
  }
  if (!impact.rows.empty())
    console.print(table({{.head = "FILE", .at_least = 20},
                         {.head = "QUESTION", .at_least = 8},
                         {.head = "STORED", .at_least = 14},
                         {.head = "WOULD BE", .at_least = 14},
                         {.head = "CONFIRMED", .at_least = 9}},
                        impact.rows, table_width(console.out)) +
                  "\n");
  console.print(format(
      "{} drafts would change and {} be made for the first time, in {} documents\n"
      "{} away from what a person decided, {} to it\n",
      impact.rows.size() - impact.fresh, impact.fresh, impact.documents, impact.contradicted, impact.agreed));
  return Status::done;
}

}  // namespace planmark
