// The record of one answer: every decision and event, and what stood at any time.
#include "review/answer_state.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {

// Everything that was done about one answer, and what stands.
Response record_page(Bench& bench, const Visit& visit) {
  const auto desk = open_desk_for_record(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  const std::string at(value_of(visit.request.query, "at"));
  const auto state = state_at(visit.workspace, desk->sha256, desk->question->id, at);
  if (!state) return problem_page(visit, state.error());
  const auto all = decisions(visit.workspace, desk->sha256, desk->question->id);
  if (!all) return problem_page(visit, all.error());
  std::vector<View> events, made;
  for (const Event& event : state->events)
    events.push_back(View{{"at", event.at},
                          {"person", event.person},
                          {"kind", event.kind},
                          {"what", event.what},
                          {"why", event.why}});
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
  if (state->standing)
    view.set("stands", View{{"answer", state->standing->answer}, {"person", state->standing->person}});
  view.set("events", std::move(events)).set("decisions", std::move(made)).set("is_final", state->is_final);
  return page(visit, "record", "Record of " + desk->question->id, view);
}

}  // namespace planmark
