// The record of one answer (every decision and event, and what stood at any time), and of everything.
#include "base/format.h"
#include "review/answer_state.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

// To choose from: all that review/event.h names.
constexpr const char* event_kinds[] = {"person added", "person changed", "password set",   "link made",
                                       "signed in",    "signed out",     "sign-in failed", "refused",
                                       "decision",     "comment",        "assigned",       "unassigned",
                                       "capacity",     "conflict",       "setting",        "pack sent",
                                       "reply",        "final",          "reopened"};

View event_view(const Event& event) {
  return View{{"at", event.at},     {"person", event.person},   {"kind", event.kind},
              {"what", event.what}, {"subject", event.subject}, {"why", event.why}};
}

}  // namespace

// Everything that anybody did, or was refused, newest first; by kind or person where the address says so.
Response events_page(Bench&, const Visit& visit) {
  constexpr std::size_t most = 300;
  EventFilter filter;
  filter.kind = std::string(value_of(visit.request.query, "kind"));
  filter.person = std::string(value_of(visit.request.query, "person"));
  filter.until = std::string(value_of(visit.request.query, "until"));
  filter.most = most;
  const auto found = events(visit.workspace, filter);
  if (!found) return problem_page(visit, found.error());
  View view{{"person_asked", filter.person}, {"until", filter.until}};
  std::vector<View> rows, kinds;
  for (auto event = found->rbegin(); event != found->rend(); ++event) rows.push_back(event_view(*event));
  for (const char* kind : event_kinds)
    kinds.push_back(View{{"kind", kind}}.set("chosen", kind == filter.kind));
  if (found->size() == most)
    view.set("older", format("/record?kind={}&person={}&until={}", percent_encoded(filter.kind),
                             percent_encoded(filter.person), percent_encoded(found->front().at)));
  view.set("kinds", std::move(kinds)).set("events", std::move(rows));
  return page(visit, "events", "Record", view);
}

// Everything that was done about one answer, and what stands.
Response record_page(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  if (desk->draft_hidden) return forbidden(visit, marks_blind);
  const std::string at(value_of(visit.request.query, "at"));
  const auto state = state_at(visit.workspace, desk->sha256, desk->question->id, at);
  if (!state) return problem_page(visit, state.error());
  const auto all = decisions(visit.workspace, desk->sha256, desk->question->id);
  if (!all) return problem_page(visit, all.error());
  std::vector<View> events, made;
  for (const Event& event : state->events) events.push_back(event_view(event));
  for (const Decision& decision : *all) {
    View row{{"at", decision.at},
             {"person", decision.person},
             {"action", decision.action},
             {"answer", decision.answer},
             {"reason", decision.reason},
             {"comment", decision.comment},
             {"draft_answer", decision.draft_answer},
             {"mark", name_of(decision.mark)},
             {"lexicon", decision.draft_version.lexicon.substr(0, 12)}};
    std::vector<View> quotes;
    for (const MarkedQuote& quote : decision.quotes)
      quotes.push_back(View{{"verdict", name_of(quote.verdict)},
                            {"quote", quote.quote},
                            {"why", quote.why},
                            {"page", std::to_string(quote.page)}});
    row.set("number", decision.number)
        .set("quotes", std::move(quotes))
        .set("draft_shown", decision.draft_shown);
    made.push_back(std::move(row));
  }
  View view{{"heading", desk->heading},
            {"id", desk->question->id},
            {"wording", desk->question->wording},
            {"desk", desk_path(desk->sha256, desk->question->id)},
            {"at", at}};
  view.set("all_events", has_role(*visit.person, Role::coordinator));
  if (state->standing)
    view.set("stands", View{{"answer", state->standing->answer}, {"person", state->standing->person}});
  view.set("events", std::move(events)).set("decisions", std::move(made)).set("is_final", state->is_final);
  return page(visit, "record", "Record of " + desk->question->id, view);
}

}  // namespace planmark
