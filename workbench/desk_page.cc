// The reading desk: its page, the answers saved on it, and the draft made again without rejected quotes.
#include <algorithm>

#include "analyze/redraft.h"
#include "base/format.h"
#include "compare/borrowed_draft.h"
#include "review/across.h"
#include "workbench/blindness.h"
#include "workbench/desk.h"
#include "workbench/desk_form.h"
#include "workbench/desk_view.h"
#include "workbench/document_place.h"
#include "workbench/json.h"
#include "workbench/page_view.h"
#include "workbench/pages.h"
#include "workbench/secret.h"
#include "workbench/templates.h"

namespace planmark {
namespace {

// `otherwise`: the page, 0-based, where the address names none of the document.
PageAsked page_asked(const Visit& visit, const Desk& desk, std::uint32_t otherwise) {
  const auto page = number_of<std::uint32_t>(value_of(visit.request.query, "page")).value_or(0);
  const bool is_there = page >= 1 && page <= desk.copy->document.pages.size();
  return {is_there ? page - 1 : otherwise, value_of(visit.request.query, "view") == "text",
          desk_path(desk.sha256, desk.question->id)};
}

std::uint32_t first_page_of(const Document& document, const std::vector<ShownQuote>& quotes) {
  return quotes.empty() ? 0 : page_at(document, quotes.front().span.begin);
}

// What stood in the edition before; nothing for who must not be led by it.
Result<std::optional<EarlierAnswer>> answer_before(const Visit& visit, const Desk& desk) {
  if (desk.draft_hidden) return std::nullopt;
  const auto found = earlier_answer(visit.workspace, desk.sha256, desk.question->id);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->decision.action == "cannot tell") return std::nullopt;
  const Decision& decision = (*found)->decision;
  return EarlierAnswer{(*found)->identity.edition, decision.answer, decision.comment,
                       desk_path(decision.sha256, decision.question)};
}

std::vector<ShownQuote> quotes_on(const Desk& desk, const Draft& draft) {
  const std::vector<MarkedQuote> marked =
      desk.own.empty() ? std::vector<MarkedQuote>{} : desk.own.back().quotes;
  return quotes_shown(desk.draft_hidden ? Draft{} : draft, marked);
}

Response desk_shown(const Visit& visit, const Desk& desk, const Draft& draft, bool redrafted) {
  const std::vector<ShownQuote> quotes = quotes_on(desk, draft);
  const Document& document = desk.copy->document;
  View view = answer_view(desk, draft);
  const auto earlier = answer_before(visit, desk);
  if (!earlier) return problem_page(visit, earlier.error());
  add_earlier(view, *earlier);
  view.add(draft_view(desk, draft, redrafted));
  view.add(page_view(desk, page_asked(visit, desk, first_page_of(document, quotes)), quotes));
  view.set("wide", true).set("saved", std::string(value_of(visit.request.query, "saved")));
  const auto key = new_token();
  if (!key) return problem_page(visit, key.error());
  view.set("key", key->substr(0, 32));
  return page(visit, "desk", format("{}: {}", desk.question->id, desk.heading), view);
}

Response saved(const Visit& visit, const Desk& desk, const RecordedDecision& recorded) {
  const auto next = desk.next();
  std::string onward = desk_path(desk.sha256, desk.question->id);  // where the draft can be seen now
  if (!desk.draft_hidden || desk.mark == Mark::second)
    onward = next ? desk_path(desk.sha256, desk.questions[*next]) : desk_path(desk.sha256) + "/list";
  if (!wants_json(visit.request)) {
    const std::string overlooked = recorded.overlooked.empty() ? "" : "&overlooked=1";
    return redirect(format("{}?saved={}{}", onward, percent_encoded(desk.question->id), overlooked));
  }
  Json json;
  json.set("number", recorded.decision.number).set("answer", recorded.decision.answer);
  json.set("at", recorded.decision.at).set("repeated", recorded.repeated).set("next", onward);
  std::vector<std::string> overlooked;
  for (const std::int64_t number : recorded.overlooked) overlooked.push_back(std::to_string(number));
  json.set("overlooked", overlooked);
  return json_response(json);
}

}  // namespace

// The first question that is left of what is for this person, otherwise its first: a first marker goes on
// where nothing stands, a second one where they have not answered themselves.
Response desk_entry(Bench& bench, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  const auto drafts = visit.workspace.load_drafts(*sha256);
  if (!drafts) return problem_page(visit, drafts.error());
  if (!*drafts || (*drafts)->drafts.empty())
    return problem_page(visit, {ProblemKind::not_found, "no questions are asked of this document", "", ""});
  const auto made = decisions(visit.workspace, *sha256);
  if (!made) return problem_page(visit, made.error());
  const auto marking = marking_of(visit, *sha256);
  if (!marking) return problem_page(visit, marking.error());
  std::string first;
  for (const Draft& draft : (*drafts)->drafts) {
    const Question* question = bench.rules.find_question(draft.question);
    if (question == nullptr || !is_for_them(*marking, *question)) continue;
    if (first.empty()) first = draft.question;
    const Mark mark = blindness_of(*marking, *question, true).mark;
    const bool answered = std::any_of(made->begin(), made->end(), [&](const Decision& decision) {
      if (decision.question != draft.question) return false;
      return mark == Mark::second ? decision.person == visit.person->name : decision.mark != Mark::second;
    });
    if (!answered) return redirect(desk_path(*sha256, draft.question));
  }
  return redirect(desk_path(*sha256, first.empty() ? (*drafts)->drafts.front().question : first));
}

Response desk_page(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  return desk_shown(visit, *desk, desk->draft, false);
}

Response page_part(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  View view = page_view(*desk, page_asked(visit, *desk, 0), quotes_on(*desk, desk->draft));
  view.set("heading", desk->heading).set("document", short_hash(desk->sha256));
  Response response;
  response.body = fragment_of("part_page", view);
  return response;
}

Response save_answer(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  auto decision = decision_of(visit, *desk);
  if (!decision) return problem_page(visit, decision.error());
  const auto recorded = record_decision(visit.workspace, bench.rules, std::move(*decision));
  if (!recorded) return not_recorded(visit, *desk, recorded.error());
  return saved(visit, *desk, *recorded);
}

// The words between two bytes, as they would be kept: {"span", "quote"}.
Response quote_at(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  const auto span = span_of(value_of(visit.request.query, "span"), desk->copy->document);
  if (!span) return problem_page(visit, {ProblemKind::not_found, "there are no words at that place", "", ""});
  return json_response(
      Json().set("span", name_of(*span)).set("quote", slice(desk->copy->document.text, *span)));
}

Response redraft(Bench& bench, const Visit& visit) {
  const auto desk = open_desk(bench, visit);
  if (!desk) return problem_page(visit, desk.error());
  if (desk->draft_hidden) return forbidden(visit, "the draft is shown once you have answered");
  const auto quotes = quotes_of(visit.form, desk->copy->document);
  if (!quotes) return problem_page(visit, quotes.error());
  std::vector<Span> rejected;
  for (const MarkedQuote& quote : *quotes)
    if (quote.verdict == Verdict::rejected) rejected.push_back(quote.span);
  Draft draft = desk->draft;
  if (!rejected.empty()) {
    const std::vector<Span> borrowed = left_out_as_borrowed(desk->draft);
    rejected.insert(rejected.end(), borrowed.begin(), borrowed.end());
    const auto analysis = visit.workspace.load_analysis(desk->sha256, bench.rules);
    if (!analysis) return problem_page(visit, analysis.error());
    draft = draft_without(desk->copy->document, *analysis, bench.rules, *desk->question, rejected);
  }
  if (!wants_json(visit.request)) return desk_shown(visit, *desk, draft, !rejected.empty());
  return json_response(
      Json()
          .set("answer", to_text(draft.answer, desk->question->type))
          .set("html", fragment_of("part_draft", draft_view(*desk, draft, !rejected.empty()))));
}

}  // namespace planmark
