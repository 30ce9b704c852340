#include "review/naming.h"

#include <string_view>

#include "review/database.h"
#include "review/people.h"
#include "review/setting_store.h"

namespace planmark {
namespace {

constexpr std::string_view naming_setting_of = "may be named: ";

}  // namespace

Result<void> set_naming(Workspace& workspace, const std::string& system, bool allowed, const std::string& why,
                        const Act& by) {
  if (system.empty() || why.empty())
    return failure(ProblemKind::bad_input,
                   "naming a system in public needs the system, and who agreed to it and when", system);
  Transaction change(workspace.database(), Transaction::Kind::write);
  require_person(change, by.person);
  const std::string word = allowed ? "yes" : "no";
  store_setting(change, {std::string(naming_setting_of) + system, word, word}, why, by);
  return change.commit();
}

Result<std::set<std::string>> systems_named(const Workspace& workspace) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::set<std::string> named;
  Statement row = look.prepare("SELECT name, value FROM setting ORDER BY number");
  row.with();
  while (row.next()) {
    const std::string name = row.text(0);
    if (!name.starts_with(naming_setting_of)) continue;
    const std::string system = name.substr(naming_setting_of.size());
    row.text(1) == "yes" ? void(named.insert(system)) : void(named.erase(system));
  }
  return look.commit(std::move(named));
}

}  // namespace planmark
