// The first page: every document, what it is, how far its answers are, and what is wrong with it.
#include <map>

#include "base/format.h"
#include "reports/drafts_text.h"
#include "review/assignment.h"
#include "review/progress.h"
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

View row_of(const Bench& bench, const RegisteredDocument& document, const Answered& count) {
  const Identity& identity = document.identity;
  View row;
  row.set("name", document.file_names.front())
      .set("system", or_unknown(system_name(bench.systems, identity.system)));
  row.set("part", or_unknown(identity.part)).set("edition", or_unknown(identity.edition));
  row.set("pages", document.pages).set("asked", count.asked).set("answered", count.answered);
  row.set("is_asked", count.asked > 0).set("desk", desk_path(document.sha256));
  row.set("problem", problem_of(document));
  return row;
}

// "first mark, due 2026-03-31", "Leadership: first mark", "2 questions: second mark".
std::string given_to(const RuleBook& rules, const std::vector<Assignment>& given, const std::string& sha256) {
  std::vector<std::string> parts;
  std::map<std::string, std::size_t> questions;  // single ones, by what is wanted of them
  for (const Assignment& assignment : given) {
    if (assignment.sha256 != sha256) continue;
    const std::string wanted = format("{} mark{}", name_of(assignment.mark),
                                      assignment.due.empty() ? "" : ", due " + assignment.due);
    if (rules.find_question(assignment.criterion) != nullptr)
      ++questions[wanted];
    else
      parts.push_back((assignment.criterion.empty() ? "" : assignment.criterion + ": ") + wanted);
  }
  for (const auto& [wanted, count] : questions)
    parts.push_back(format("{} question{}: {}", count, count == 1 ? "" : "s", wanted));
  return joined(parts, "; ");
}

}  // namespace

Response document_list_page(Bench& bench, const Visit& visit) {
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  const auto given = assignments(visit.workspace, {}, visit.person->name);
  if (!given) return problem_page(visit, given.error());
  auto counts = answered_questions(visit.workspace);
  if (!counts) return problem_page(visit, counts.error());
  std::vector<View> rows;
  for (const RegisteredDocument& document : *documents) {
    View row = row_of(bench, document, (*counts)[document.sha256]);
    rows.push_back(std::move(row.set("yours", given_to(bench.rules, *given, document.sha256))));
  }
  View view;
  view.set("any_yours", !given->empty()).set("count", rows.size()).set("documents", std::move(rows));
  return page(visit, "documents", "Documents", view);
}

}  // namespace planmark
