#include "review/session.h"

#include "review/database.h"

namespace planmark {
namespace {

const char* mistake_in(const Token& token) {
  if (token.sha256.size() != 64 || token.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
    return "a token is kept as its SHA-256";
  if (!is_time_stamp(token.created) || !is_time_stamp(token.expires))
    return "a token needs the times when it was made and when it expires, like 2026-03-01T10:00:00Z";
  if (token.expires <= token.created) return "a token expires after it was made";
  return nullptr;
}

std::optional<Person> active_person(Transaction& look, const std::string& name) {
  std::optional<Person> person = stored_person(look, name);
  if (person && !person->active) person.reset();
  return person;
}

void require_active(Transaction& look, const std::string& name) {
  if (!active_person(look, name) && !look.failed())
    look.fail({ProblemKind::not_found, "nobody active has this sign-in name", storable_text(name), {}});
}

void note_failure(Transaction& change, const std::string& name, const std::string& address,
                  const std::string& at) {
  note(change, {.at = at,
                .person = storable_text(name.substr(0, 100)),
                .kind = "sign-in failed",
                .subject = address.substr(0, 100)});
}

}  // namespace

Result<void> begin_session(Workspace& workspace, const Token& token) {
  if (const char* mistake = mistake_in(token)) return failure(ProblemKind::bad_input, mistake, token.person);
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_active(change, token.person);
  change.prepare("INSERT INTO session (token, person, created, expires) VALUES (?, ?, ?, ?)")
      .run(token.sha256, token.person, token.created, token.expires);
  note(change, {.at = token.created, .person = token.person, .kind = "signed in"});
  return change.commit();
}

Result<std::optional<Person>> session_person(const Workspace& workspace, const std::string& token_sha256,
                                             const std::string& now) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::optional<Person> person;
  Statement row = look.prepare(
      "SELECT person FROM session WHERE token = ? AND ended IS NULL AND created <= ?2 AND expires > ?2");
  if (row.with(token_sha256, now).next()) person = active_person(look, row.text(0));
  return look.commit(std::move(person));
}

Result<void> end_session(Workspace& workspace, const std::string& token_sha256, const std::string& at) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  Statement row = change.prepare("SELECT person FROM session WHERE token = ? AND ended IS NULL");
  if (row.with(token_sha256).next()) {
    note(change, {.at = at, .person = row.text(0), .kind = "signed out"});
    change.prepare("UPDATE session SET ended = ? WHERE token = ?").run(at, token_sha256);
  }
  return change.commit();
}

Result<void> keep_sign_in_link(Workspace& workspace, const Token& token, const Act& by) {
  if (const char* mistake = mistake_in(token)) return failure(ProblemKind::bad_input, mistake, token.person);
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_active(change, token.person);
  change.prepare("INSERT INTO sign_in_link (token, person, created, expires) VALUES (?, ?, ?, ?)")
      .run(token.sha256, token.person, token.created, token.expires);
  note(change, {.at = by.at, .person = by.person, .kind = "link made", .subject = token.person});
  return change.commit();
}

Result<std::optional<Person>> use_sign_in_link(Workspace& workspace, const std::string& token_sha256,
                                               const std::string& at, const std::string& address) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  std::optional<Person> person;
  std::string name;
  Statement row =
      change.prepare("SELECT person, used IS NULL AND expires > ? FROM sign_in_link WHERE token = ?");
  if (row.with(at, token_sha256).next()) {
    name = row.text(0);
    if (row.integer(1) != 0) person = active_person(change, name);
  }
  if (person)
    change.prepare("UPDATE sign_in_link SET used = ? WHERE token = ?").run(at, token_sha256);
  else
    note_failure(change, name, address, at);
  return change.commit(std::move(person));
}

Result<void> note_failed_sign_in(Workspace& workspace, const std::string& name, const std::string& address,
                                 const std::string& at) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  note_failure(change, name, address, at);
  return change.commit();
}

}  // namespace planmark
