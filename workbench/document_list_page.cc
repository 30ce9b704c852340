// The first page: every document, what it is, how far its answers are, and what is wrong with it.
#include <algorithm>
#include <set>

#include "base/format.h"
#include "reports/drafts_text.h"
#include "review/assignment.h"
#include "review/record.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

std::string or_unknown(std::string text) { return text.empty() ? "not known" : text; }

std::string problem_of(const RegisteredDocument& document) {
  if (document.refusal) return "could not be read: " + document.refusal->what;
  if (!document.extracted) return "not read yet: planmark run reads it";
  if (!document.analyzed) return "not drafted by these lexicons yet: planmark run does it";
  std::vector<std::string> parts;
  if (document.unreadable_pages > 0)
    parts.push_back(format("{} page{} could not be read", document.unreadable_pages,
                           document.unreadable_pages == 1 ? "" : "s"));
  if (document.recognised_pages > 0)
    parts.push_back(format("{} page{} recognised in pictures", document.recognised_pages,
                           document.recognised_pages == 1 ? "" : "s"));
  return joined(parts, "; ");
}

Result<View> row_of(const Bench& bench, const Visit& visit, const RegisteredDocument& document) {
  const auto drafts = visit.workspace.load_drafts(document.sha256);
  if (!drafts) return tl::unexpected(drafts.error());
  const auto decided = decisions(visit.workspace, document.sha256);
  if (!decided) return tl::unexpected(decided.error());
  std::set<std::string> answered;
  for (const Decision& decision : *decided) answered.insert(decision.question);
  const std::size_t asked = *drafts ? (*drafts)->drafts.size() : 0;
  const Identity& identity = document.identity;
  View row;
  row.set("name", document.file_names.front())
      .set("system", or_unknown(system_name(bench.systems, identity.system)));
  row.set("part", or_unknown(identity.part)).set("edition", or_unknown(identity.edition));
  row.set("pages", document.pages).set("asked", asked).set("answered", answered.size());
  row.set("is_asked", asked > 0).set("desk", desk_path(document.sha256));
  row.set("problem", problem_of(document));
  return row;
}

// "first mark, due 2026-03-31"; of several criteria each is named.
std::string given_to(const std::vector<Assignment>& given, const std::string& sha256) {
  std::vector<std::string> parts;
  for (const Assignment& assignment : given) {
    if (assignment.sha256 != sha256) continue;
    parts.push_back(format("{}{} mark{}", assignment.criterion.empty() ? "" : assignment.criterion + ": ",
                           name_of(assignment.mark),
                           assignment.due.empty() ? "" : ", due " + assignment.due));
  }
  return joined(parts, "; ");
}

}  // namespace

Response document_list_page(Bench& bench, const Visit& visit) {
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  const auto given = assignments(visit.workspace, {}, visit.person->name);
  if (!given) return problem_page(visit, given.error());
  std::vector<View> rows;
  for (const RegisteredDocument& document : *documents) {
    auto row = row_of(bench, visit, document);
    if (!row) return problem_page(visit, row.error());
    row->set("yours", given_to(*given, document.sha256));
    rows.push_back(std::move(*row));
  }
  View view;
  view.set("any_yours", !given->empty()).set("count", rows.size()).set("documents", std::move(rows));
  return page(visit, "documents", "Documents", view);
}

}  // namespace planmark
