#include "review/decision_store.h"

#include <algorithm>

#include "base/format.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

std::optional<std::int64_t> unless_zero(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

void store_quotes(Transaction& change, const Decision& decision) {
  Statement insert = change.prepare(
      "INSERT INTO marked_quote (decision, rank, verdict, page, begin_byte, end_byte, quote, why)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  std::uint32_t rank = 0;
  for (const MarkedQuote& quote : decision.quotes)
    insert.run(decision.number, ++rank, name_of(quote.verdict), quote.page, quote.span.begin, quote.span.end,
               quote.quote, quote.why);
}

std::vector<MarkedQuote> stored_quotes_of(Transaction& look, Statement& row, std::int64_t decision) {
  std::vector<MarkedQuote> quotes;
  row.with(decision);
  while (row.next())
    quotes.push_back({stored_value<Verdict>(look, row.text(0)),
                      row.u32(1),
                      {row.u32(2), row.u32(3)},
                      row.text(4),
                      row.text(5)});
  return quotes;
}

constexpr std::string_view decision_columns =
    "number, document, question, person, at, mark, action, answer, reason, comment, draft_shown, supersedes,"
    " ifnull(first_mark, 0), ifnull(second_mark, 0), key, draft_answer, draft_planmark, draft_lexicon,"
    " draft_icu, draft_re2";

Decision decision_of(Transaction& look, const Statement& row) {
  Decision decision;
  decision.number = row.integer(0);
  decision.sha256 = row.text(1);
  decision.question = row.text(2);
  decision.person = row.text(3);
  decision.at = row.text(4);
  decision.mark = stored_value<Mark>(look, row.text(5));
  decision.action = row.text(6);
  decision.answer = row.text(7);
  decision.reason = row.text(8);
  decision.comment = row.text(9);
  decision.draft_shown = row.integer(10) != 0;
  decision.supersedes = row.integer(11);
  decision.first_mark = row.integer(12);
  decision.second_mark = row.integer(13);
  decision.key = row.text(14);
  decision.draft_answer = row.text(15);
  decision.draft_version = {row.text(16), row.text(17), row.text(18), row.text(19)};
  return decision;
}

}  // namespace

void store_decision(Transaction& change, Decision& decision, const std::string& request) {
  Statement last = change.prepare("SELECT ifnull(max(number), 0) FROM decision");
  if (last.with().next()) decision.number = last.integer(0) + 1;
  const AnalysisVersion& version = decision.draft_version;
  change
      .prepare(
          "INSERT INTO decision (number, document, question, person, at, mark, action, answer, reason,"
          " comment, draft_shown, supersedes, first_mark, second_mark, key, request, draft_answer,"
          " draft_planmark, draft_lexicon, draft_icu, draft_re2)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(decision.number, decision.sha256, decision.question, decision.person, decision.at,
           name_of(decision.mark), decision.action, decision.answer, decision.reason, decision.comment,
           decision.draft_shown, decision.supersedes, unless_zero(decision.first_mark),
           unless_zero(decision.second_mark), decision.key, request, decision.draft_answer, version.planmark,
           version.lexicon, version.icu, version.re2);
  store_quotes(change, decision);
}

std::vector<Decision> stored_decisions(Transaction& look, std::string_view where, std::string_view first,
                                       std::string_view second, Of of) {
  std::vector<Decision> found;
  Statement row = look.prepare(format("SELECT {} FROM {} WHERE {} ORDER BY number", decision_columns,
                                      of == Of::standing ? "standing" : "decision", where));
  Statement quote = look.prepare(
      "SELECT verdict, page, begin_byte, end_byte, quote, why FROM marked_quote WHERE decision = ?"
      " ORDER BY rank");
  switch (std::count(where.begin(), where.end(), '?')) {
    case 0:
      row.with();
      break;
    case 1:
      row.with(first);
      break;
    default:
      row.with(first, second);
  }
  while (row.next()) {
    found.push_back(decision_of(look, row));
    found.back().quotes = stored_quotes_of(look, quote, found.back().number);
  }
  return found;
}

}  // namespace planmark
