// People: who may do what, one-time links, how much they take, and whose documents they may not mark.
#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/drafts_text.h"
#include "review/availability.h"
#include "review/people.h"
#include "workbench/pages.h"
#include "workbench/session_cookie.h"

namespace planmark {
namespace {

constexpr Role all_roles[] = {Role::reviewer, Role::coordinator, Role::adjudicator};

std::vector<View> role_views(const Person& person) {
  std::vector<View> views;
  for (const Role role : all_roles)
    views.push_back(View{{"role", name_of(role)}}.set("has", has_role(person, role)));
  return views;
}

Response people_shown(Bench& bench, const Visit& visit, const std::string& link,
                      const std::string& link_for) {
  const auto known = people(visit.workspace);
  if (!known) return problem_page(visit, known.error());
  const auto free = availability(visit.workspace);
  if (!free) return problem_page(visit, free.error());
  std::vector<View> rows;
  for (const Person& person : *known) {
    View row{{"name", person.name}, {"shown", person.shown}};
    row.set("active", person.active).set("roles", role_views(person));
    if (const auto found = free->find(person.name); found != free->end()) {
      if (found->second.capacity) row.set("capacity", *found->second.capacity);
      std::vector<View> conflicts;
      for (const std::string& system : found->second.conflicts)
        conflicts.push_back(View{{"system", system}, {"system_name", system_name(bench.systems, system)}});
      row.set("conflicts", std::move(conflicts));
    }
    rows.push_back(std::move(row));
  }
  View view{{"link", link}, {"link_for", link_for}};
  const auto host = value_of(visit.request.headers, "host");
  view.set("origin", format("{}://{}", bench.behind_proxy ? "https" : "http", host));
  view.set("people", std::move(rows)).set("new_roles", role_views({"", "", {Role::reviewer}}));
  return page(visit, "people", "People", view);
}

Result<Person> person_of(const Fields& form) {
  Person person;
  person.name = lower_ascii(value_of(form, "name"));
  person.shown = std::string(value_of(form, "shown"));
  for (const std::string& text : values_of(form, "role")) {
    Role role{};
    if (!parse_name(text, role)) return failure(ProblemKind::bad_input, "there is no such role");
    person.roles.push_back(role);
  }
  std::sort(person.roles.begin(), person.roles.end());
  person.active = value_of(form, "active") != "no";
  return person;
}

Result<void> take_capacity(const Visit& visit) {
  const std::string_view text = value_of(visit.form, "capacity");
  std::optional<std::uint32_t> capacity;
  if (!text.empty()) {
    capacity = number_of<std::uint32_t>(text);
    if (!capacity)
      return failure(ProblemKind::bad_input, "how many documents somebody takes is a whole number");
  }
  return set_capacity(visit.workspace, std::string(value_of(visit.form, "name")), capacity, visit.act());
}

}  // namespace

Response people_page(Bench& bench, const Visit& visit) { return people_shown(bench, visit, "", ""); }

// Adds a person and shows the link by which they come in.
Response add_person_form(Bench& bench, const Visit& visit) {
  const auto person = person_of(visit.form);
  if (!person) return problem_page(visit, person.error());
  if (auto added = add_person(visit.workspace, *person, visit.act()); !added)
    return problem_page(visit, added.error());
  const auto link = new_sign_in_link(visit.workspace, person->name, visit.act());
  if (!link) return problem_page(visit, link.error());
  return people_shown(bench, visit, *link, person->shown);
}

Response change_person_form(Bench&, const Visit& visit) {
  const auto person = person_of(visit.form);
  if (!person) return problem_page(visit, person.error());
  if (auto changed = change_person(visit.workspace, *person, visit.act()); !changed)
    return problem_page(visit, changed.error());
  if (auto taken = take_capacity(visit); !taken) return problem_page(visit, taken.error());
  return redirect("/people");
}

Response make_link(Bench& bench, const Visit& visit) {
  const std::string name(value_of(visit.form, "name"));
  const auto link = new_sign_in_link(visit.workspace, name, visit.act());
  if (!link) return problem_page(visit, link.error());
  return people_shown(bench, visit, *link, name);
}

Response conflict_form(Bench& bench, const Visit& visit) {
  const std::string name(value_of(visit.form, "name")), given(value_of(visit.form, "system"));
  const System* known = bench.systems.find(given);
  const std::string system = known != nullptr ? known->code : given, why(value_of(visit.form, "why"));
  const auto done = value_of(visit.form, "lift") == "yes"
                        ? lift_conflict(visit.workspace, name, system, why, visit.act())
                        : declare_conflict(visit.workspace, name, system, why, visit.act());
  return done ? redirect("/people") : problem_page(visit, done.error());
}

}  // namespace planmark
