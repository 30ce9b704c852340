#include "review/availability.h"

#include <algorithm>

#include "base/format.h"
#include "review/assignment_store.h"
#include "review/database.h"
#include "review/identity_store.h"
#include "review/people.h"

namespace planmark {
namespace {

void note_availability(Transaction& change, const Act& by, const char* kind, const std::string& person,
                       std::string what, const std::string& why = {}) {
  note(change, {.at = by.at,
                .person = by.person,
                .kind = kind,
                .subject = person,
                .what = std::move(what),
                .why = why});
}

}  // namespace

Result<void> set_capacity(Workspace& workspace, const std::string& person,
                          std::optional<std::uint32_t> documents, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, person);
  change.prepare("DELETE FROM capacity WHERE person = ?").run(person);
  if (documents)
    change.prepare("INSERT INTO capacity (person, documents) VALUES (?, ?)").run(person, *documents);
  note_availability(change, by, "capacity", person,
                    documents ? format("{} documents at most", *documents) : "no limit");
  return change.commit();
}

Result<void> declare_conflict(Workspace& workspace, const std::string& person, const std::string& system,
                              const std::string& why, const Act& by) {
  const std::string kept_system = storable_text(system), kept_why = storable_text(why);
  if (kept_system.empty()) return failure(ProblemKind::bad_input, "a conflict needs its system", person);
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, person);
  change.prepare("INSERT OR REPLACE INTO conflict (person, system, why) VALUES (?, ?, ?)")
      .run(person, kept_system, kept_why);
  note_availability(change, by, "conflict", person, format("may not mark {}", kept_system), kept_why);
  const auto identities = standing_identities(change);
  for (const Assignment& assignment : stored_assignments(change, {}, person)) {
    const auto known = identities.find(assignment.sha256);
    if (known != identities.end() && known->second.identity.system == kept_system)
      remove_assignment(change, assignment, by, "conflict of interest");
  }
  return change.commit();
}

Result<void> lift_conflict(Workspace& workspace, const std::string& person, const std::string& system,
                           const std::string& why, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, person);
  change.prepare("DELETE FROM conflict WHERE person = ? AND system = ?").run(person, system);
  if (change.changes() > 0)
    note_availability(change, by, "conflict", person, format("may mark {} again", system), why);
  return change.commit();
}

std::map<std::string, Availability> stored_availability(Transaction& look) {
  std::map<std::string, Availability> found;
  Statement person = look.prepare(
      "SELECT name, documents FROM person LEFT JOIN capacity ON capacity.person = name ORDER BY name");
  person.with();
  while (person.next()) {
    Availability& one = found[person.text(0)];
    if (!person.is_null(1)) one.capacity = person.u32(1);
  }
  Statement conflict = look.prepare("SELECT person, system FROM conflict ORDER BY person, system");
  conflict.with();
  while (conflict.next()) found[conflict.text(0)].conflicts.push_back(conflict.text(1));
  return found;
}

Result<std::map<std::string, Availability>> availability(const Workspace& workspace) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  auto found = stored_availability(look);
  return look.commit(std::move(found));
}

std::string conflicting_system(Transaction& look, const std::string& person, const std::string& sha256) {
  Statement any = look.prepare("SELECT 1 FROM conflict WHERE person = ?");
  if (!any.with(person).next()) return {};
  const std::string system = standing_identities(look, sha256)[sha256].identity.system;
  Statement row = look.prepare("SELECT 1 FROM conflict WHERE person = ? AND system = ?");
  return row.with(person, system).next() ? system : "";
}

}  // namespace planmark
