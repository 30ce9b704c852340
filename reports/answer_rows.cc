#include "reports/answer_rows.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/format.h"
#include "base/sha256.h"
#include "reports/cell_text.h"

namespace planmark {
namespace {

constexpr std::size_t hash_digits = 12;

std::string short_hash(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += format("{}:{}", part.size(), part);
  return sha256_hex(all).substr(0, hash_digits);
}

void add_drafted_quotes(AnswerRow& row) {
  for (const DraftedQuote& drafted : row.draft->quotes) {
    const Verdict verdict = drafted.against ? Verdict::added : Verdict::accepted;
    row.quotes.push_back(
        {{verdict, drafted.page, drafted.span, drafted.quote, {}}, !drafted.against, {}, drafted.note});
  }
}

void add_marked_quotes(AnswerRow& row) {
  for (const MarkedQuote& marked : row.standing->quotes) {
    const auto known = std::find_if(row.quotes.begin(), row.quotes.end(),
                                    [&](const RowQuote& each) { return each.quote.span == marked.span; });
    RowQuote& quote =
        known == row.quotes.end() ? row.quotes.emplace_back(RowQuote{marked, false, {}, {}}) : *known;
    if (known == row.quotes.end()) quote.quote.verdict = Verdict::added;
    quote.said = name_of(marked.verdict);
    if (!marked.why.empty()) quote.note = marked.why;
  }
}

std::string draft_hash(const AnswerRow& row) {
  std::vector<std::string> parts = {row.draft ? row.draft->answer : ""};
  for (const RowQuote& quote : row.quotes)
    parts.push_back(format("{} {} {}", quote.quote.span.begin, quote.quote.span.end, quote.of_draft));
  return short_hash(parts);
}

}  // namespace

Result<std::vector<AnswerRow>> answer_rows(const Workspace& workspace, const RuleBook& rules,
                                           const std::string& document) {
  auto standing = standing_answers(workspace, document);
  if (!standing) return tl::unexpected(standing.error());
  return answer_rows(workspace, rules, document, std::move(*standing));
}

Result<std::vector<AnswerRow>> answer_rows(const Workspace& workspace, const RuleBook& rules,
                                           const std::string& document, std::vector<Decision> standing) {
  auto drafts = drafted_answers(workspace, document);
  if (!drafts) return tl::unexpected(drafts.error());
  std::vector<AnswerRow> rows;
  std::map<std::string, std::size_t> places;
  for (const Question& question : rules.questions) {
    places.emplace(question.id, rows.size());
    rows.push_back({document, question.id, {}, {}, {}});
  }
  for (DraftedAnswer& draft : *drafts) {
    const auto place = places.find(draft.question);
    if (place == places.end()) continue;  // of a survey before this one
    rows[place->second].draft = std::move(draft);
    add_drafted_quotes(rows[place->second]);
  }
  for (Decision& decision : standing) {
    const auto place = places.find(decision.question);
    if (place == places.end()) continue;
    rows[place->second].standing = std::move(decision);
    add_marked_quotes(rows[place->second]);
  }
  return rows;
}

AnswerCells cells_of(const AnswerRow& row) {
  if (!row.standing) return {};
  const Decision& decision = *row.standing;
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < row.quotes.size(); ++i)
    if (row.quotes[i].said == name_of(Verdict::accepted) || row.quotes[i].said == name_of(Verdict::added))
      numbers.push_back(format("{}", i + 1));
  const bool tells = decision.action != "cannot tell";
  return {read_cell(cell_text(tells ? decision.answer : words_cannot_tell)), joined(numbers, "; "),
          read_cell(cell_text(decision.reason)), read_cell(cell_text(decision.comment))};
}

std::string read_cell(std::string_view cell) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = std::min(cell.find_first_not_of(space), cell.size());
  std::string text;
  for (const char c : cell.substr(begin, cell.find_last_not_of(space) + 1 - begin)) {
    if (c == '\t') text += ' ';
    if (c != '\t' && c != '\r') text += c;
  }
  const bool is_guarded =
      text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos;
  return is_guarded ? text.substr(1) : text;
}

std::string hash_of(const AnswerCells& cells) {
  return short_hash({cells.answer, cells.quotes, cells.reason, cells.comment});
}

std::string record_of(const AnswerRow& row) {
  return format("v{}.{}.{}", row.standing ? row.standing->number : 0, hash_of(cells_of(row)),
                draft_hash(row));
}

std::optional<RowRecord> parse_record(std::string_view record) {
  RowRecord read;
  if (!record.starts_with('v')) return std::nullopt;
  const char* end = record.data() + record.size();
  const auto [at, error] = std::from_chars(record.data() + 1, end, read.decision);
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  if (error != std::errc() || rest.size() != 2 * hash_digits + 2 || rest[0] != '.' ||
      rest[hash_digits + 1] != '.')
    return std::nullopt;
  read.cells = rest.substr(1, hash_digits);
  read.draft = rest.substr(hash_digits + 2);
  return read;
}

std::string row_status(const AnswerRow& row) {
  if (row.standing) {
    const Decision& decision = *row.standing;
    if (decision.mark == Mark::adjudication) return "adjudicated";
    if (decision.action == "confirm") return "confirmed";
    if (decision.action == "change") return "changed";
    return decision.action == "cannot tell" ? "cannot tell" : "answered";
  }
  if (!row.draft) return "not answered";
  return row.draft->answer == "Not assessed" ? "not readable" : "DRAFT, not confirmed";
}

}  // namespace planmark
