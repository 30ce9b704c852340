// Where first and second mark differ: the list, and one of them with both marks, the draft and the quotes
// side by side, to be decided by a third person.
#include <algorithm>

#include "base/format.h"
#include "review/disagreement.h"
#include "workbench/desk.h"
#include "workbench/desk_form.h"
#include "workbench/desk_view.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

View mark_view(const Decision& decision, const std::string& name) {
  View view{
      {"mark", name},           {"mark_answer", answer_in(decision)}, {"mark_person", decision.person},
      {"mark_at", decision.at}, {"mark_reason", decision.reason},     {"mark_comment", decision.comment}};
  std::vector<View> quotes;
  for (const MarkedQuote& quote : decision.quotes)
    quotes.push_back(View{{"verdict", name_of(quote.verdict)},
                          {"quote", quote.quote},
                          {"why", quote.why},
                          {"page", std::to_string(quote.page)}});
  return view.set("mark_quotes", std::move(quotes));
}

// Who decides between two marks sees all, whatever they marked themselves.
Result<Desk> desk_of_adjudicator(Bench& bench, const Visit& visit) {
  auto desk = open_desk(bench, visit);
  if (!desk) return desk;
  desk->mark = Mark::adjudication;
  desk->draft_hidden = false;
  desk->own.clear();
  return desk;
}

// The quotes of both marks and of the draft, each once, to be kept by a tick.
std::vector<View> candidates_of(const MarkedTwice& marks, const Desk& desk) {
  std::vector<Span> spans;
  for (const Decision* decision : {&marks.first, &marks.second})
    for (const MarkedQuote& quote : decision->quotes)
      if (quote.verdict != Verdict::rejected) spans.push_back(quote.span);
  for (const Evidence& evidence : desk.draft.evidence) spans.push_back(evidence.span);
  std::vector<View> views;
  std::vector<Span> seen;
  for (const Span& span : spans) {
    if (std::find(seen.begin(), seen.end(), span) != seen.end() || span.end > desk.copy->document.text.size())
      continue;
    seen.push_back(span);
    views.push_back(View{{"span", name_of(span)},
                         {"quote", std::string(slice(desk.copy->document.text, span))},
                         {"page", std::to_string(page_at(desk.copy->document, span.begin) + 1)}});
  }
  return views;
}

}  // namespace

Response disagreement_list_page(Bench& bench, const Visit& visit) {
  const auto open = open_disagreements(visit.workspace, bench.rules);
  if (!open) return problem_page(visit, open.error());
  std::vector<View> rows;
  for (const MarkedTwice& marks : *open) {
    const auto identity = visit.workspace.identity(marks.first.sha256);
    if (!identity) return problem_page(visit, identity.error());
    rows.push_back(
        View{{"heading", heading_of(*identity, bench.systems)},
             {"question", marks.first.question},
             {"first", answer_in(marks.first)},
             {"second", answer_in(marks.second)},
             {"href", format("/adjudicate/{}/{}", short_hash(marks.first.sha256), marks.first.question)}});
  }
  View view;
  view.set("count", rows.size()).set("rows", std::move(rows));
  return page(visit, "disagreements", "Disagreements", view);
}

Response adjudicate_page(Bench& bench, const Visit& visit) {
  const auto desk = desk_of_adjudicator(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  const auto all = marked_twice(visit.workspace, bench.rules);
  if (!all) return problem_page(visit, all.error());
  const auto marks = std::find_if(all->begin(), all->end(), [&](const MarkedTwice& one) {
    return one.first.sha256 == desk->sha256 && one.first.question == desk->question->id;
  });
  if (marks == all->end())
    return problem_page(visit, {ProblemKind::not_found, "this question has not been marked twice", "", ""});
  View view = answer_view(*desk, desk->draft);
  view.add(draft_view(*desk, desk->draft, false));
  view.set("marks",
           std::vector<View>{mark_view(marks->first, "First mark"), mark_view(marks->second, "Second mark")});
  view.set("candidates", candidates_of(*marks, *desk));
  if (marks->adjudication) view.set("decided", mark_view(*marks->adjudication, "Adjudication"));
  const auto key = new_token();
  if (!key) return problem_page(visit, key.error());
  view.set("key", key->substr(0, 32));
  return page(visit, "adjudicate", "Adjudicate " + desk->question->id, view);
}

Response adjudicate(Bench& bench, const Visit& visit) {
  const auto desk = desk_of_adjudicator(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  auto decision = decision_of(visit, *desk);
  if (!decision) return problem_page(visit, decision.error());
  const auto recorded = record_decision(visit.workspace, bench.rules, std::move(*decision));
  if (!recorded) return not_recorded(visit, *desk, recorded.error());
  return redirect("/disagreements");
}

}  // namespace planmark
