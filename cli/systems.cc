#include "base/format.h"
#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/table.h"

namespace planmark {
namespace {

std::string names(const std::vector<const System*>& systems) {
  std::vector<std::string> all;
  for (const System* system : systems) all.push_back(format("{} ({})", system->name, system->code));
  return joined(all, "; ");
}

std::string account_of(const System& system, const Register& systems, std::size_t width) {
  std::vector<std::vector<std::string>> rows = {{"Name", system.name},
                                                {"Code", system.code},
                                                {"Board", system.board},
                                                {"Region", system.region},
                                                {"Also called", joined(system.aliases, "; ")},
                                                {"Short", joined(system.short_names, "; ")},
                                                {"From", system.valid_from},
                                                {"To", system.valid_to},
                                                {"Came from", names(systems.predecessors(system.code))},
                                                {"Became", names(systems.successors(system.code))}};
  std::erase_if(rows, [](const std::vector<std::string>& row) { return row[1].empty(); });
  return table({{}, {}}, rows, width);
}

}  // namespace

Status systems_command(const CommonOptions& common, const SystemsOptions& options, const Console& console) {
  auto places = find_data(common.data, common.lexicons);
  if (!places) return console.fail(places.error());
  auto systems = load_register(places->register_folder);
  if (!systems) return console.fail(systems.error());
  if (!options.name.empty()) {
    const System* system = systems->find(options.name);
    if (system == nullptr) {
      return console.fail({ProblemKind::not_found, format("the register has no system {}", options.name), "",
                           "planmark systems lists them all"});
    }
    console.print(account_of(*system, *systems, console.out.width));
    return Status::done;
  }
  std::vector<std::vector<std::string>> rows;
  for (const System& system : systems->systems) {
    rows.push_back({system.code, system.name, system.region, system.valid_from, system.valid_to});
  }
  console.print(
      table({{.head = "CODE"}, {.head = "NAME"}, {.head = "REGION"}, {.head = "FROM"}, {.head = "TO"}}, rows,
            console.out.width));
  return Status::done;
}

}  // namespace planmark
