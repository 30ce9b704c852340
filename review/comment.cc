#include "review/comment.h"

#include <optional>

#include "review/database.h"
#include "review/event.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

constexpr std::string_view comment_columns =
    "SELECT number, document, criterion, person, at, key, text FROM criterion_comment WHERE ";

CriterionComment comment_of(const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

const char* mistake_in(const CriterionComment& comment) {
  if (comment.criterion.empty()) return "a comment needs its criterion";
  if (comment.person.empty()) return "a comment needs the name of the person who makes it";
  if (comment.key.size() > 100) return "the key of a comment has at most 100 bytes";
  return nullptr;
}

std::optional<CriterionComment> recorded_under_key(Transaction& look, const CriterionComment& comment) {
  if (comment.key.empty()) return std::nullopt;
  Statement row = look.prepare(std::string(comment_columns) + "key = ?");
  if (!row.with(comment.key).next()) return std::nullopt;
  CriterionComment known = comment_of(row);
  if (known.sha256 != comment.sha256 || known.criterion != comment.criterion ||
      known.person != comment.person || known.text != comment.text)
    look.fail({ProblemKind::bad_input, "the key of this comment has been used for another one",
               comment.criterion, "load the page again: what was saved under this key is kept"});
  return known;
}

void record(Transaction& change, CriterionComment& comment) {
  if (const char* mistake = mistake_in(comment))
    change.fail({ProblemKind::bad_input, mistake, comment.criterion, {}});
  Statement last = change.prepare("SELECT ifnull(max(number), 0) FROM criterion_comment");
  if (last.with().next()) comment.number = last.integer(0) + 1;
  change
      .prepare(
          "INSERT INTO criterion_comment (number, document, criterion, person, at, key, text)"
          " VALUES (?, ?, ?, ?, ?, ?, ?)")
      .run(comment.number, comment.sha256, comment.criterion, comment.person, comment.at, comment.key,
           comment.text);
  note(change, {.at = comment.at,
                .person = comment.person,
                .kind = "comment",
                .sha256 = comment.sha256,
                .subject = comment.criterion,
                .what = comment.text});
}

}  // namespace

Result<CriterionComment> record_comment(Workspace& workspace, CriterionComment comment) {
  for (std::string* text : {&comment.criterion, &comment.person, &comment.at, &comment.key, &comment.text})
    *text = storable_text(*text);
  Transaction change(workspace.database(), Transaction::Kind::write);
  if (!is_registered(change, comment.sha256))
    change.fail({ProblemKind::not_found, "no such document in the workspace", comment.sha256, {}});
  if (auto known = recorded_under_key(change, comment))
    comment = std::move(*known);
  else
    record(change, comment);
  return change.commit(std::move(comment));
}

Result<std::vector<CriterionComment>> comments(const Workspace& workspace, const std::string& sha256,
                                               const std::string& criterion) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<CriterionComment> found;
  Statement row =
      look.prepare(std::string(comment_columns) + "document = ? AND ? IN ('', criterion) ORDER BY number");
  row.with(sha256, criterion);
  while (row.next()) found.push_back(comment_of(row));
  return look.commit(std::move(found));
}

}  // namespace planmark
