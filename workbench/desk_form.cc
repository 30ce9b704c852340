#include "workbench/desk_form.h"

#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

tl::unexpected<Problem> bad_place() {
  return failure(ProblemKind::bad_input, "a quote is not at a place of this document", "",
                 "load the page again");
}

Result<MarkedQuote> marked(Verdict verdict, std::string_view place, std::string why,
                           const Document& document) {
  const auto span = span_of(place, document);
  if (!span) return bad_place();
  return MarkedQuote{verdict, 0, *span, std::string(slice(document.text, *span)), std::move(why)};
}

// Of several words on one quote the first counts.
void put(std::vector<MarkedQuote>& quotes, MarkedQuote quote) {
  const auto same = [&](const MarkedQuote& other) { return other.span == quote.span; };
  if (std::none_of(quotes.begin(), quotes.end(), same)) quotes.push_back(std::move(quote));
}

std::string trimmed_text(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

}  // namespace

std::string name_of(Span span) { return format("{}-{}", span.begin, span.end); }

std::optional<Span> span_of(std::string_view text, const Document& document) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = number_of<std::uint32_t>(text.substr(0, dash)),
             end = number_of<std::uint32_t>(text.substr(dash + 1));
  if (!begin || !end || *begin >= *end || *end > document.text.size()) return std::nullopt;
  if (!on_character_boundary(document.text, *begin) || !on_character_boundary(document.text, *end))
    return std::nullopt;
  return Span{*begin, *end};
}

Result<std::vector<MarkedQuote>> quotes_of(const Fields& form, const Document& document) {
  std::vector<MarkedQuote> quotes;
  constexpr std::string_view prefix = "verdict.";
  for (const auto& [name, value] : form) {
    Result<MarkedQuote> quote;
    if (name.starts_with(prefix) && value == "accepted") {
      quote = marked(Verdict::accepted, name.substr(prefix.size()), "", document);
    } else if (name.starts_with(prefix) && value == "rejected") {
      const std::string place = name.substr(prefix.size());
      quote = marked(Verdict::rejected, place, std::string(value_of(form, "why." + place)), document);
    } else if (name == "untick") {
      quote = marked(Verdict::rejected, value, "its clause does not hold", document);
    } else if (name == "added") {
      quote = marked(Verdict::added, value, "", document);
    } else {
      continue;
    }
    if (!quote) return tl::unexpected(quote.error());
    put(quotes, std::move(*quote));
  }
  return quotes;
}

std::string answer_of(const Fields& form, const Question& question) {
  const std::string answer(value_of(form, "answer"));
  switch (question.type) {
    case AnswerType::rag:
    case AnswerType::yes_no:
    case AnswerType::single_select:
      return answer;
    case AnswerType::multi_select: {
      std::vector<std::string> chosen;
      const std::vector<std::string> values = values_of(form, "values");
      for (const Option& option : question.options)
        if (std::find(values.begin(), values.end(), option.name) != values.end())
          chosen.push_back(option.name);
      return chosen.empty() ? "None" : joined(chosen, "; ");
    }
    case AnswerType::named_person: {
      const std::string person = trimmed_text(value_of(form, "person")),
                        role = trimmed_text(value_of(form, "role"));
      if (answer == "named") return format("named: {}{}", person, role.empty() ? "" : ", " + role);
      if (answer == "role only") return format("role only: {}", role);
      return answer;
    }
    case AnswerType::free_text:
      return trimmed_text(value_of(form, "values"));
  }
  return answer;
}

Result<Decision> decision_of(const Visit& visit, const Desk& desk) {
  const Fields& form = visit.form;
  if (value_of(form, "text_version") != desk.copy->text_version)
    return failure(ProblemKind::bad_input, "the document has been read anew since this page was shown", "",
                   "load the page again and look at the quotes once more");
  auto quotes = quotes_of(form, desk.copy->document);
  if (!quotes) return tl::unexpected(quotes.error());
  Decision decision;
  decision.sha256 = desk.sha256;
  decision.question = desk.question->id;
  decision.person = visit.person->name;
  decision.at = visit.now;
  decision.mark = desk.mark;
  decision.action = std::string(value_of(form, "action"));
  if (decision.action == "change" || decision.action == "answer")
    decision.answer = answer_of(form, *desk.question);
  decision.reason = std::string(value_of(form, "reason"));
  decision.comment = trimmed_text(value_of(form, "comment"));
  decision.quotes = std::move(*quotes);
  decision.draft_shown = !desk.draft_hidden;
  decision.key = std::string(value_of(form, "key"));
  decision.supersedes = number_of<std::int64_t>(value_of(form, "supersedes")).value_or(0);
  return decision;
}

}  // namespace planmark
