#include "workbench/desk_view.h"

#include <algorithm>

#include "base/format.h"
#include "review/answer_check.h"
#include "workbench/desk_form.h"
#include "workbench/document_place.h"
#include "workbench/page_view.h"

namespace planmark {
namespace {

constexpr const char* reasons[] = {
    "the draft missed evidence",    "a quote does not say this",
    "a quote is not about this",    "it belongs to somebody else or another time",
    "there is not enough detail",   "there is more detail than the draft counted",
    "another reason (see comment)",
};
constexpr const char* rejections[] = {
    "does not say this", "not about this question", "not this system's own", "read wrongly", "another reason",
};

// How the report's rubric words each type's answers: what a person weighs, not how a rule counts.
std::vector<View> guidance_of(AnswerType type) {
  const auto line = [](const char* answer, const char* test) {
    return View{{"answer", answer}, {"test", test}};
  };
  switch (type) {
    case AnswerType::rag:
      return {
          line("Yes", "most of: clear and detailed; explicit and focused on this; evidenced, with examples"),
          line("To some extent", "partial information, loose detail, a vague reference, or only implied"),
          line("No", "no mention, or a passing mention without any detail")};
    case AnswerType::yes_no:
      return {line("yes", "one sentence of the document's own says so"), line("no", "none does")};
    case AnswerType::named_person:
      return {line("named", "the post and the person who holds it"),
              line("role only", "the post, without a person"), line("not named", "neither")};
    case AnswerType::multi_select:
      return {line("each option", "ticked when a sentence of the document's own names it")};
    case AnswerType::single_select:
    case AnswerType::free_text:
      return {};
  }
  return {};
}

const MarkedQuote* said_before(const Desk& desk, Span span) {
  if (desk.own.empty()) return nullptr;
  for (const MarkedQuote& quote : desk.own.back().quotes)
    if (quote.span == span) return &quote;
  return nullptr;
}

View quote_view(const Desk& desk, const ShownQuote& shown, const std::string& note) {
  const Document& document = desk.copy->document;
  const std::uint32_t page = page_at(document, shown.span.begin);
  const MarkedQuote* before = said_before(desk, shown.span);
  View view{{"label", shown.label}, {"span", name_of(shown.span)}, {"note", note}};
  std::string text(slice(document.text, shown.span));
  std::replace(text.begin(), text.end(), '\t', ' ');
  view.set("quote", text).set("page", page + 1);
  view.set("href", format("{}?page={}", desk_path(desk.sha256, desk.question->id), page + 1));
  view.set("accepted", before != nullptr && before->verdict == Verdict::accepted);
  view.set("rejected", before != nullptr && before->verdict == Verdict::rejected);
  view.set("recognised", is_recognised(document, shown.span));
  std::vector<View> whys;
  for (const char* why : rejections)
    whys.push_back(View{{"why", why}}.set("chosen", before != nullptr && before->why == why));
  view.set("whys", std::move(whys));
  std::string section;
  const std::uint32_t block = block_at(document, shown.span.begin);
  if (block != none)
    for (const std::uint32_t heading : section_path(document, block))
      section +=
          (section.empty() ? "" : " › ") + std::string(slice(document.text, document.blocks[heading].span));
  view.set("section", section);
  return view;
}

void add_quotes(View& view, const Desk& desk, const Draft& draft) {
  const std::vector<MarkedQuote> marked =
      desk.own.empty() ? std::vector<MarkedQuote>{} : desk.own.back().quotes;
  std::vector<View> supports, opposes, added;
  std::size_t nth_for = 0, nth_against = 0;
  for (const ShownQuote& shown : quotes_shown(draft, marked)) {
    if (shown.side == QuoteSide::supports)
      supports.push_back(quote_view(desk, shown, draft.evidence[nth_for++].note));
    else if (shown.side == QuoteSide::opposes)
      opposes.push_back(quote_view(desk, shown, draft.counter[nth_against++].note));
    else
      added.push_back(quote_view(desk, shown, ""));
  }
  view.set("supports", std::move(supports)).set("opposes", std::move(opposes)).set("added", std::move(added));
}

std::vector<View> choice_views(const Question& question, const std::string& chosen) {
  std::vector<std::string> answers = choices_of(question);
  if (question.type == AnswerType::named_person)
    answers.assign(std::begin(lead_answers), std::end(lead_answers));
  std::vector<View> choices;
  const std::string among = "; " + chosen + "; ";
  for (const std::string& answer : answers) {
    const bool is_it =
        question.type == AnswerType::multi_select   ? among.find("; " + answer + "; ") != std::string::npos
        : question.type == AnswerType::named_person ? chosen == answer || chosen.starts_with(answer + ": ")
                                                    : chosen == answer;
    View choice{{"value", answer}};
    choice.set("number", choices.size() + 1).set("chosen", is_it).set("has_key", choices.size() < 9);
    choices.push_back(std::move(choice));
  }
  return choices;
}

void add_choices(View& view, const Question& question, const std::string& chosen) {
  view.set("choices", choice_views(question, chosen));
  view.set("one_of", question.type == AnswerType::rag || question.type == AnswerType::yes_no ||
                         question.type == AnswerType::single_select ||
                         question.type == AnswerType::named_person);
  view.set("several_of", question.type == AnswerType::multi_select);
  view.set("named_person", question.type == AnswerType::named_person);
  view.set("free_text", question.type == AnswerType::free_text);
  const std::size_t colon = chosen.find(": ");
  if (question.type == AnswerType::free_text) view.set("text", chosen);
  if (question.type == AnswerType::named_person && colon != std::string::npos) {
    const std::string rest = chosen.substr(colon + 2);
    const std::size_t comma = chosen.starts_with("named") ? rest.find(", ") : std::string::npos;
    view.set("lead_person", chosen.starts_with("named") ? rest.substr(0, comma) : "");
    view.set("lead_role", comma != std::string::npos        ? rest.substr(comma + 2)
                          : chosen.starts_with("role only") ? rest
                                                            : "");
  }
}

View decision_view(const Decision& decision) {
  View view{{"answer", answer_in(decision)},
            {"action", decision.action},
            {"person", decision.person},
            {"at", decision.at},
            {"reason", decision.reason}};
  return view;
}

void add_history(View& view, const Desk& desk) {
  view.set("supersedes", desk.own.empty() ? 0 : desk.own.back().number);
  if (!desk.own.empty()) view.set("own", decision_view(desk.own.back()));
  const auto& stands = desk.standing;
  const bool own_stands = stands && !desk.own.empty() && stands->number == desk.own.back().number;
  if (stands && !own_stands) view.set("stands", decision_view(*stands));
}

void add_neighbours(View& view, const Desk& desk) {
  const auto path = [&](std::size_t i) { return desk_path(desk.sha256, desk.questions[i]); };
  const auto previous = desk.previous(), next = desk.next();
  if (previous) view.set("previous", View{{"href", path(*previous)}, {"id", desk.questions[*previous]}});
  if (next) view.set("next", View{{"href", path(*next)}, {"id", desk.questions[*next]}});
  const auto here = std::find(desk.walk.begin(), desk.walk.end(), desk.at);
  view.set("in_walk", here != desk.walk.end()).set("number", here - desk.walk.begin() + 1);
  view.set("of", desk.walk.size());
}

}  // namespace

View draft_view(const Desk& desk, const Draft& draft, bool redrafted) {
  View view;
  view.set("draft_shown", !desk.draft_hidden).set("redrafted", redrafted);
  if (desk.draft_hidden) return view;
  view.set("draft_answer", to_text(draft.answer, desk.question->type));
  view.set("can_confirm",
           !draft.answer.not_assessed && !redrafted && desk.question->type != AnswerType::free_text);
  view.set("confidence", name_of(draft.confidence)).set("reason", draft.reason);
  std::vector<View> clauses;
  Span last;
  for (const Clause& clause : draft.clauses) {
    View row{{"id", clause.id}, {"because", clause.because}};
    row.set("met", clause.met);
    // An adjudicator ticks the quotes that count, and the draft is not made again for them.
    row.set("can_untick", clause.met && desk.mark != Mark::adjudication);
    const bool has_quote = !clause.decided_by.empty();
    row.set("has_quote", has_quote);
    if (has_quote) {
      const std::uint32_t page = page_at(desk.copy->document, clause.decided_by.begin);
      row.set("same", clause.decided_by == last);
      last = clause.decided_by;
      row.set("quote", std::string(slice(desk.copy->document.text, clause.decided_by))).set("page", page + 1);
      row.set("span", name_of(clause.decided_by));
      row.set("href", format("{}?page={}", desk_path(desk.sha256, desk.question->id), page + 1));
    }
    clauses.push_back(std::move(row));
  }
  view.set("clauses", std::move(clauses));
  const bool is_searched = draft.searched.pages > 0 && draft.evidence.empty();
  view.set("is_searched", is_searched).set("searched_rules", draft.searched.rules);
  view.set("searched_pages", draft.searched.pages);
  return view;
}

View answer_view(const Desk& desk, const Draft& draft) {
  const Question& question = *desk.question;
  View view{{"heading", desk.heading},
            {"document", short_hash(desk.sha256)},
            {"question", question.id},
            {"criterion", question.criterion},
            {"wording", question.wording},
            {"source", question.source},
            {"address", desk_path(desk.sha256, question.id)},
            {"text_version", desk.copy->text_version}};
  std::vector<View> sides;
  for (const Aspect& aspect : question.aspects) sides.push_back(View{{"name", aspect.name}});
  view.set("sides", std::move(sides)).set("guidance", guidance_of(question.type));
  const std::string chosen = desk.own.empty() ? "" : desk.own.back().answer;
  add_choices(view, question, chosen);
  if (!desk.draft_hidden) add_quotes(view, desk, draft);
  std::vector<View> why;
  for (const char* reason : reasons)
    why.push_back(
        View{{"reason", reason}}.set("chosen", !desk.own.empty() && desk.own.back().reason == reason));
  view.set("reasons", std::move(why));
  view.set("comment", desk.own.empty() ? "" : desk.own.back().comment);
  view.set("second_mark", desk.mark == Mark::second).set("draft_hidden", desk.draft_hidden);
  add_history(view, desk);
  add_neighbours(view, desk);
  return view;
}

void add_earlier(View& view, const std::optional<EarlierAnswer>& earlier) {
  if (!earlier) return;
  view.set("earlier", View{{"edition", earlier->edition},
                           {"earlier_answer", earlier->answer},
                           {"earlier_comment", earlier->comment},
                           {"earlier_desk", earlier->desk}});
}

}  // namespace planmark
