#include "review/event.h"

#include <algorithm>
#include <optional>

#include "base/format.h"
#include "review/database.h"
#include "review/workspace.h"

namespace planmark {
namespace {

constexpr std::string_view form = "0000-00-00T00:00:00Z";

bool fits(char pattern, char c) { return pattern == '0' ? c >= '0' && c <= '9' : c == pattern; }

int number_at(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; }

Event event_of(const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
          row.text(6),    row.text(7), row.text(8), row.text(9), row.text(10)};
}

}  // namespace

bool is_time_stamp(std::string_view text) {
  if (!std::equal(form.begin(), form.end(), text.begin(), text.end(), fits)) return false;
  const int month = number_at(text, 5), day = number_at(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && number_at(text, 11) < 24 &&
         number_at(text, 14) < 60 && number_at(text, 17) <= 60;
}

void note(Transaction& change, const Event& event) {
  if (!is_time_stamp(event.at))
    return change.fail({ProblemKind::bad_input,
                        format("not a time: \"{}\"", storable_text(event.at)),
                        {},
                        "write times like 2026-03-01T10:00:00Z"});
  const std::optional<std::string> document =
      event.sha256.empty() ? std::nullopt : std::optional(event.sha256);
  change
      .prepare(
          "INSERT INTO event (at, person, kind, document, question, subject, what, why, planmark, lexicon)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(event.at, storable_text(event.person), event.kind, document, storable_text(event.question),
           storable_text(event.subject), storable_text(event.what), storable_text(event.why), event.planmark,
           event.lexicon);
}

Result<std::vector<Event>> events(const Workspace& workspace, const EventFilter& filter) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<Event> found;
  // One condition of its own for the document, so that the index is used.
  Statement row = look.prepare(format(
      "SELECT number, at, person, kind, ifnull(document, ''), question, subject, what, why, planmark, lexicon"
      " FROM event WHERE {} AND ?2 IN ('', question) AND ?3 IN ('', person)"
      " AND ?4 IN ('', kind) AND at >= ?5 AND (?6 = '' OR at <= ?6) AND number > ?7"
      " ORDER BY number DESC LIMIT ?8",
      filter.sha256.empty() ? "?1 = ''" : "document = ?1"));
  row.with(filter.sha256, filter.question, filter.person, filter.kind, filter.since, filter.until,
           filter.after, static_cast<std::int64_t>(filter.most));
  while (row.next()) found.push_back(event_of(row));
  if (auto done = look.commit(); !done) return tl::unexpected(done.error());
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace planmark
