#include "review/people.h"

#include <algorithm>

#include "base/format.h"
#include "base/value_named.h"
#include "review/database.h"
#include "review/extraction_store.h"

namespace planmark {
namespace {

constexpr Role all_roles[] = {Role::reviewer, Role::coordinator, Role::adjudicator};
constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyz0123456789._@-";

std::vector<Role> sorted_roles(std::vector<Role> roles) {
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  return roles;
}

const char* mistake_in(const Person& person) {
  if (person.name.empty() || person.name.size() > 60 ||
      person.name.find_first_not_of(name_characters) != std::string::npos)
    return "a sign-in name has 1 to 60 of the characters a-z 0-9 . _ @ -";
  if (person.shown.empty()) return "a person needs a name to be shown";
  return nullptr;
}

// As it is stored. Errors: bad_input.
Result<Person> checked(Person person) {
  person.shown = storable_text(person.shown);
  person.roles = sorted_roles(std::move(person.roles));
  if (const char* mistake = mistake_in(person))
    return failure(ProblemKind::bad_input, mistake, storable_text(person.name));
  return person;
}

// "Ada Obi; reviewer, coordinator; inactive"
std::string described(const Person& person) {
  std::vector<std::string> roles;
  for (const Role role : person.roles) roles.emplace_back(name_of(role));
  return format("{}; {}{}", person.shown, roles.empty() ? "no role" : joined(roles, ", "),
                person.active ? "" : "; inactive");
}

void store_roles(Transaction& change, const Person& person) {
  change.prepare("DELETE FROM person_role WHERE person = ?").run(person.name);
  Statement insert = change.prepare("INSERT INTO person_role (person, role) VALUES (?, ?)");
  for (const Role role : person.roles) insert.run(person.name, name_of(role));
}

void note_person(Transaction& change, const Act& by, const char* kind, const Person& person) {
  note(change,
       {.at = by.at, .person = by.person, .kind = kind, .subject = person.name, .what = described(person)});
}

std::vector<Role> stored_roles(Transaction& look, const std::string& name) {
  std::vector<Role> roles;
  Statement row = look.prepare("SELECT role FROM person_role WHERE person = ?");
  row.with(name);
  while (row.next()) roles.push_back(stored_value<Role>(look, row.text(0)));
  return sorted_roles(std::move(roles));
}

void end_sessions(Transaction& change, const std::string& name, const std::string& at) {
  change.prepare("UPDATE session SET ended = ? WHERE person = ? AND ended IS NULL").run(at, name);
  change.prepare("UPDATE sign_in_link SET used = ? WHERE person = ? AND used IS NULL").run(at, name);
}

void require_coordinator(Transaction& look) {
  Statement row = look.prepare(
      "SELECT 1 FROM person JOIN person_role ON person = name WHERE active AND role = 'coordinator'");
  if (!row.with().next())
    look.fail({ProblemKind::bad_input,
               "nobody active would be left to coordinate",
               {},
               "make another person coordinator first"});
}

bool coordinates(const std::optional<Person>& person) {
  return person && person->active && has_role(*person, Role::coordinator);
}

}  // namespace

const char* name_of(Role role) {
  switch (role) {
    case Role::reviewer:
      return "reviewer";
    case Role::coordinator:
      return "coordinator";
    case Role::adjudicator:
      return "adjudicator";
  }
  return "";
}

bool parse_name(std::string_view name, Role& role) { return find_named(name, all_roles, role); }

bool has_role(const Person& person, Role role) {
  return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

std::optional<Person> stored_person(Transaction& look, const std::string& name) {
  Statement row = look.prepare("SELECT name, shown, active FROM person WHERE name = ?");
  if (!row.with(name).next()) return std::nullopt;
  return Person{row.text(0), row.text(1), stored_roles(look, name), row.integer(2) != 0};
}

void require_person(Transaction& look, const std::string& name) {
  if (!stored_person(look, name) && !look.failed())
    look.fail({ProblemKind::not_found, "nobody has this sign-in name", storable_text(name), {}});
}

Result<void> add_person(Workspace& workspace, const Person& given, const Act& by) {
  const auto person = checked(given);
  if (!person) return tl::unexpected(person.error());
  Transaction change(workspace.database(), Transaction::Kind::write);
  if (stored_person(change, person->name))
    change.fail({ProblemKind::bad_input, "this sign-in name is taken", person->name, "choose another"});
  change.prepare("INSERT INTO person (name, shown, active, password) VALUES (?, ?, ?, '')")
      .run(person->name, person->shown, person->active);
  store_roles(change, *person);
  note_person(change, by, "person added", *person);
  return change.commit();
}

Result<void> change_person(Workspace& workspace, const Person& given, const Act& by) {
  const auto person = checked(given);
  if (!person) return tl::unexpected(person.error());
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, person->name);
  const bool coordinated = coordinates(stored_person(change, person->name));
  change.prepare("UPDATE person SET shown = ?, active = ? WHERE name = ?")
      .run(person->shown, person->active, person->name);
  store_roles(change, *person);
  if (coordinated) require_coordinator(change);
  if (!person->active) end_sessions(change, person->name, by.at);
  note_person(change, by, "person changed", *person);
  return change.commit();
}

Result<std::vector<Person>> people(const Workspace& workspace) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::vector<Person> found;
  Statement row = look.prepare("SELECT name, shown, active FROM person ORDER BY name");
  row.with();
  while (row.next())
    found.push_back({row.text(0), row.text(1), stored_roles(look, row.text(0)), row.integer(2) != 0});
  return look.commit(std::move(found));
}

Result<std::optional<Person>> find_person(const Workspace& workspace, const std::string& name) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::optional<Person> found = stored_person(look, name);
  return look.commit(std::move(found));
}

Result<void> set_password(Workspace& workspace, const std::string& name, const std::string& hash,
                          const Act& by) {
  if (hash.empty()) return failure(ProblemKind::bad_input, "a password has no hash", name);
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, name);
  change.prepare("UPDATE person SET password = ? WHERE name = ?").run(hash, name);
  end_sessions(change, name, by.at);
  note(change, {.at = by.at, .person = by.person, .kind = "password set", .subject = name});
  return change.commit();
}

Result<std::optional<std::string>> password_hash(const Workspace& workspace, const std::string& name) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::optional<std::string> hash;
  Statement row = look.prepare("SELECT password FROM person WHERE name = ? AND active AND password <> ''");
  if (row.with(name).next()) hash = row.text(0);
  return look.commit(std::move(hash));
}

}  // namespace planmark
