// The JSON API: the same things as the pages, for other programs (docs/api.md).
#include "reports/documents_jsonl.h"
#include "review/answer_state.h"
#include "review/progress.h"
#include "workbench/desk.h"
#include "workbench/json.h"
#include "workbench/pages.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

Json quote_json(const Document& document, const Evidence& evidence) {
  return Json()
      .set("begin", evidence.span.begin)
      .set("end", evidence.span.end)
      .set("page", page_at(document, evidence.span.begin) + 1)
      .set("quote", slice(document.text, evidence.span))
      .set("rules", evidence.rules)
      .set("note", evidence.note);
}

Json draft_json(const Desk& desk) {
  const Draft& draft = desk.draft;
  std::vector<Json> clauses, supports, opposes;
  for (const Clause& clause : draft.clauses)
    clauses.push_back(Json().set("id", clause.id).set("met", clause.met).set("because", clause.because));
  for (const Evidence& evidence : draft.evidence)
    supports.push_back(quote_json(desk.copy->document, evidence));
  for (const Evidence& evidence : draft.counter) opposes.push_back(quote_json(desk.copy->document, evidence));
  return Json()
      .set("answer", to_text(draft.answer, desk.question->type))
      .set("confidence", name_of(draft.confidence))
      .set("reason", draft.reason)
      .set("clauses", clauses)
      .set("evidence", supports)
      .set("counter", opposes);
}

Json decision_json(const Decision& decision) {
  std::vector<Json> quotes;
  for (const MarkedQuote& quote : decision.quotes)
    quotes.push_back(Json()
                         .set("verdict", name_of(quote.verdict))
                         .set("page", quote.page)
                         .set("begin", quote.span.begin)
                         .set("end", quote.span.end)
                         .set("quote", quote.quote)
                         .set("why", quote.why));
  return Json()
      .set("number", decision.number)
      .set("question", decision.question)
      .set("person", decision.person)
      .set("at", decision.at)
      .set("mark", name_of(decision.mark))
      .set("action", decision.action)
      .set("answer", decision.answer)
      .set("reason", decision.reason)
      .set("comment", decision.comment)
      .set("draft_shown", decision.draft_shown)
      .set("draft_answer", decision.draft_answer)
      .set("quotes", quotes);
}

void set_standing(Json& json, const std::optional<Decision>& stands) {
  if (stands)
    json.set("standing", decision_json(*stands));
  else
    json.set_null("standing");
}

}  // namespace

// {"name", "shown", "roles", "form_key"}: the key is what every POST carries.
Response api_me(Bench&, const Visit& visit) {
  std::vector<std::string> roles;
  for (const Role role : visit.person->roles) roles.emplace_back(name_of(role));
  return json_response(Json()
                           .set("name", visit.person->name)
                           .set("shown", visit.person->shown)
                           .set("roles", roles)
                           .set("form_key", form_token(visit.token)));
}

// One JSON object a line, as `planmark list --json` writes them.
Response api_documents(Bench& bench, const Visit& visit) {
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  auto counts = answered_questions(visit.workspace);
  if (!counts) return problem_page(visit, counts.error());
  Response response{200, "application/jsonl", "", {}};
  for (const RegisteredDocument& document : *documents)
    response.body += document_json(document, (*counts)[document.sha256].asked) + "\n";
  return response;
}

// What the desk shows: the draft only to whom the desk shows it.
Response api_answer(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  Json json;
  json.set("document", desk->sha256)
      .set("question", desk->question->id)
      .set("wording", desk->question->wording);
  json.set("mark", name_of(desk->mark)).set("text_version", desk->copy->text_version);
  if (desk->draft_hidden)
    json.set_null("draft");
  else
    json.set("draft", draft_json(*desk));
  std::vector<Json> own;
  for (const Decision& decision : desk->own) own.push_back(decision_json(decision));
  json.set("own", own);
  set_standing(json, desk->standing);
  return json_response(json);
}

// Everything that was decided, and what stood at a time (?at=2026-03-01T10:00:00Z; now where it is left out).
Response api_record(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  if (desk->draft_hidden) return forbidden(visit, marks_blind);
  const std::string at(value_of(visit.request.query, "at"));
  const auto state = state_at(visit.workspace, desk->sha256, desk->question->id, at);
  if (!state) return problem_page(visit, state.error());
  std::vector<Json> events;
  for (const Event& event : state->events)
    events.push_back(Json()
                         .set("number", event.number)
                         .set("at", event.at)
                         .set("person", event.person)
                         .set("kind", event.kind)
                         .set("what", event.what)
                         .set("why", event.why)
                         .set("planmark", event.planmark)
                         .set("lexicon", event.lexicon));
  Json json;
  json.set("document", desk->sha256).set("question", desk->question->id).set("final", state->is_final);
  set_standing(json, state->standing);
  return json_response(json.set("events", events));
}

// What stands, of every question of the document.
Response api_standing(Bench&, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  const auto stands = standing_answers(visit.workspace, *sha256);
  if (!stands) return problem_page(visit, stands.error());
  std::vector<Json> rows;
  for (const Decision& decision : *stands) rows.push_back(decision_json(decision));
  return json_response(Json().set("document", *sha256).set("standing", rows));
}

}  // namespace planmark
