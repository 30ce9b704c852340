// Who reviews: people, what they may do, and the hash of their password.
//
// A person is never removed, for decisions name them; who leaves is made inactive and can no longer sign in.
// Every change is noted as an event (review/event.h). Passwords are hashed by the caller (argon2id); here
// their hash is an opaque text that no function lists or notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

enum class Role : std::uint8_t { reviewer, coordinator, adjudicator };
// "reviewer", "coordinator", "adjudicator": as stored, never to change their meaning.
const char* name_of(Role role);
bool parse_name(std::string_view name, Role& role);

struct Person {
  std::string name;         // to sign in with: 1 to 60 of a-z 0-9 . _ @ -
  std::string shown;        // "Ada Obi"; in lists and records
  std::vector<Role> roles;  // sorted, each once
  bool active = true;
  friend bool operator==(const Person&, const Person&) = default;
};
bool has_role(const Person& person, Role role);

// Errors: bad_input (a name that cannot be signed in with, or is taken; nothing to show).
Result<void> add_person(Workspace& workspace, const Person& person, const Act& by);
// What is shown, the roles, active or not. Who is made inactive is signed out everywhere. Errors: not_found;
// bad_input (nothing to show; nobody active would be left to coordinate).
Result<void> change_person(Workspace& workspace, const Person& person, const Act& by);
// Sorted by name; the inactive too.
Result<std::vector<Person>> people(const Workspace& workspace);
Result<std::optional<Person>> find_person(const Workspace& workspace, const std::string& name);

// Signs the person out everywhere and spends their sign-in links. Errors: not_found, bad_input (empty hash).
Result<void> set_password(Workspace& workspace, const std::string& name, const std::string& hash,
                          const Act& by);
// nullopt: nobody of that name, nobody active, or no password yet.
Result<std::optional<std::string>> password_hash(const Workspace& workspace, const std::string& name);

// For the other files of review/ alone.
std::optional<Person> stored_person(Transaction& look, const std::string& name);
void require_person(Transaction& look, const std::string& name);  // fails with not_found

}  // namespace planmark
