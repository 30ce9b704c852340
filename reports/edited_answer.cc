#include "reports/edited_answer.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/answer_text.h"
#include "reports/cell_text.h"
#include "review/answer_check.h"

namespace planmark {
namespace {

std::optional<EditMistake> take_numbers(const EditedRow& row, std::set<std::size_t>& chosen) {
  using enum EditedColumn;
  const std::vector<RowQuote>& all = row.now->quotes;
  if (lower_ascii(row.cells.quotes) == words_all_quotes) {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].of_draft) chosen.insert(i);
    return std::nullopt;
  }
  constexpr std::string_view between = ";, \n";
  for (std::size_t at = 0; at < row.cells.quotes.size();) {
    const std::size_t end = std::min(row.cells.quotes.find_first_of(between, at), row.cells.quotes.size());
    const std::string_view word = std::string_view(row.cells.quotes).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || stop != word.data() + word.size() || number == 0 || number > all.size())
      return EditMistake{
          quotes, format("there is no quote \"{}\" of this answer", word),
          all.empty() ? "leave it empty: no quotes were drafted; add one at the desk (planmark serve)"
                      : format("write numbers from 1 to {}, as in the sheet \"evidence\"", all.size())};
    chosen.insert(number - 1);
  }
  return std::nullopt;
}

// Those chosen; and what this answer's quotes were rejected for stays.
std::optional<EditMistake> take_quotes(const EditedRow& row, Decision& decision) {
  using enum EditedColumn;
  std::set<std::size_t> chosen;
  if (auto mistake = take_numbers(row, chosen)) return mistake;
  for (std::size_t i = 0; i < row.now->quotes.size(); ++i) {
    const RowQuote& each = row.now->quotes[i];
    MarkedQuote quote = each.quote;
    if (chosen.contains(i)) {
      decision.quotes.push_back(std::move(quote));
    } else if (each.said == name_of(Verdict::rejected)) {
      quote.verdict = Verdict::rejected;
      quote.why = each.note;
      decision.quotes.push_back(std::move(quote));
    }
  }
  if (chosen.empty() && decision.action != "cannot tell" && needs_evidence(*row.question, decision.answer))
    return EditMistake{quotes, format("\"{}\" needs evidence", decision.answer),
                       "write the numbers of the quotes that it rests on (sheet \"evidence\"), or \"all\""};
  return std::nullopt;
}

std::optional<EditMistake> take_answer(const EditedRow& row, Decision& decision) {
  using enum EditedColumn;
  const std::string drafted = row.now->draft ? row.now->draft->answer : "";
  const bool can_confirm = !drafted.empty() && drafted != "Not assessed";
  const std::string said = lower_ascii(row.cells.answer);
  if (said == lower_ascii(words_cannot_tell)) {
    decision.action = "cannot tell";
    return std::nullopt;
  }
  if (said == words_confirm && !can_confirm)
    return EditMistake{answer, "there is no draft to confirm", "write an answer, or \"Cannot tell\""};
  decision.answer = said == words_confirm ? drafted : row.cells.answer;
  if (decision.answer != drafted && row.question->type != AnswerType::free_text) {
    const auto read = answer_of(decision.answer, *row.question);
    if (!read) return EditMistake{answer, read.error().what, read.error().fix};
    decision.answer = to_text(*read, row.question->type);
  }
  if (auto mistake = mistake_in_answer(*row.question, decision.answer))
    return EditMistake{answer, *mistake, "choose from the list"};
  decision.action = !row.now->draft                             ? "answer"
                    : can_confirm && decision.answer == drafted ? "confirm"
                                                                : "change";
  if (decision.action == "change" && decision.reason.empty())
    return EditMistake{reason,
                       format("the draft says \"{}\", so \"{}\" needs a reason", drafted, decision.answer),
                       "say why"};
  return std::nullopt;
}

}  // namespace

std::optional<EditMistake> decide(const EditedRow& row, Decision& decision) {
  using enum EditedColumn;
  if (row.cells.answer.empty())
    return row.now->standing
               ? EditMistake{answer, "an answer that was given is not taken back",
                             "write another, or \"Cannot tell\""}
               : EditMistake{answer,
                             "quotes, a reason or a comment are kept with an answer, and there is none",
                             format("choose an answer, or \"{}\"", words_confirm)};
  for (const auto& [column, text] :
       {std::pair(answer, &row.cells.answer), std::pair(reason, &row.cells.reason),
        std::pair(comment, &row.cells.comment)})
    if (text->find(cut_mark) != std::string::npos)
      return EditMistake{column, "this text was too long for a cell and was cut",
                         "edit it at the desk (planmark serve)"};
  decision.reason = row.cells.reason;
  decision.comment = row.cells.comment;
  if (auto mistake = take_answer(row, decision)) return mistake;
  return take_quotes(row, decision);
}

}  // namespace planmark
