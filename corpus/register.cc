#include "corpus/register.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/format.h"
#include "corpus/phrase.h"
#include "corpus/tsv.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

tl::unexpected<Problem> bad_row(const fs::path& file, std::size_t line, std::string what,
                                std::string fix = {}) {
  return failure(ProblemKind::bad_input, std::move(what), format("{}:{}", file.string(), line),
                 std::move(fix));
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

bool parse_kind(std::string_view name, SuccessionKind& kind) {
  static constexpr std::pair<std::string_view, SuccessionKind> kinds[] = {
      {"merger", SuccessionKind::merger},
      {"split", SuccessionKind::split},
      {"boundary-change", SuccessionKind::boundary_change},
      {"cluster", SuccessionKind::cluster}};
  for (const auto& [text, value] : kinds) {
    if (text != name) continue;
    kind = value;
    return true;
  }
  return false;
}

// The words that tell systems apart: "NHS Sussex Integrated Care Board" -> sussex.
std::vector<std::string> bare_name(std::string_view name) {
  static const std::vector<std::vector<std::string>> suffixes = {{"integrated", "care", "board"},
                                                                 {"integrated", "care", "system"},
                                                                 {"integrated", "care", "partnership"},
                                                                 {"icb"},
                                                                 {"ics"},
                                                                 {"icp"}};
  std::vector<std::string> words = phrase_words(name);
  while (!words.empty() && (words.front() == "nhs" || words.front() == "the")) words.erase(words.begin());
  for (const auto& suffix : suffixes) {
    if (words.size() <= suffix.size()) continue;
    if (!std::equal(suffix.rbegin(), suffix.rend(), words.rbegin())) continue;
    words.resize(words.size() - suffix.size());
    break;
  }
  return words;
}

std::vector<std::string> names_of(const System& system) {
  std::vector<std::string> names = {system.code, system.name};
  if (!system.board.empty()) names.push_back(system.board);
  names.insert(names.end(), system.aliases.begin(), system.aliases.end());
  return names;
}

Result<std::vector<System>> load_systems(const fs::path& file) {
  const auto rows = read_tsv(file, {"code", "ons_code", "name", "board", "region", "aliases", "short_names",
                                    "valid_from", "valid_to"});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<System> systems;
  std::map<std::vector<std::string>, std::string> owner_of_name;
  std::map<std::string, std::string> owner_of_short_name;
  for (const auto& [cells, line] : *rows) {
    System system{
        cells[0], cells[1], cells[2], cells[3], cells[4], split_list(cells[5]), split_list(cells[6]),
        cells[7], cells[8]};
    if (system.code.empty() || system.name.empty())
      return bad_row(file, line, "a system needs a code and a name");
    for (const std::string& date : {system.valid_from, system.valid_to})
      if (!date.empty() && !is_date(date))
        return bad_row(file, line, format("\"{}\" is not a date", date), "Write 2022-07-01.");
    for (const std::string& name : names_of(system)) {
      const auto [known, fresh] = owner_of_name.emplace(bare_name(name), system.code);
      if (!fresh && (known->second != system.code || name == system.code))
        return bad_row(file, line, format("\"{}\" already means {}", name, known->second));
    }
    for (const std::string& name : system.short_names)
      if (const auto [known, fresh] = owner_of_short_name.emplace(name, system.code); !fresh)
        return bad_row(file, line, format("\"{}\" already means {}", name, known->second));
    systems.push_back(std::move(system));
  }
  std::ranges::sort(systems, {}, &System::name);
  return systems;
}

Result<std::vector<Succession>> load_successions(const fs::path& file, const std::vector<System>& systems) {
  const auto rows =
      read_tsv(file, {"predecessor", "successor", "effective", "kind", "part_transferred", "cluster"});
  if (!rows) return tl::unexpected(rows.error());
  std::set<std::string> codes;
  for (const System& system : systems) codes.insert(system.code);
  std::vector<Succession> successions;
  for (const auto& [cells, line] : *rows) {
    Succession succession{cells[0], cells[1], cells[2], SuccessionKind::merger, cells[4], cells[5]};
    if (!parse_kind(cells[3], succession.kind))
      return bad_row(file, line, format("unknown kind \"{}\"", cells[3]),
                     "Write merger, split, boundary-change or cluster.");
    const bool cluster = succession.kind == SuccessionKind::cluster;
    if (cluster == succession.cluster.empty() || cluster != succession.successor.empty())
      return bad_row(file, line,
                     "a cluster has members and no successor, anything else a successor and no members");
    if (!cluster && !is_date(succession.effective))
      return bad_row(file, line, format("\"{}\" is not a date", succession.effective), "Write 2026-04-01.");
    for (const std::string& code : {succession.predecessor, succession.successor})
      if (!code.empty() && !codes.contains(code))
        return bad_row(file, line, format("no system has the code \"{}\"", code),
                       "Add it to systems.tsv first.");
    successions.push_back(std::move(succession));
  }
  std::ranges::sort(successions, {},
                    [](const Succession& s) { return std::tie(s.effective, s.predecessor, s.successor); });
  return successions;
}

const System* by_code(const std::vector<System>& systems, std::string_view code) {
  const auto found = std::ranges::find(systems, code, &System::code);
  return found == systems.end() ? nullptr : &*found;
}

}  // namespace

const System* Register::find(std::string_view code_or_name) const {
  const std::string_view given = trimmed(code_or_name);
  for (const System& system : systems)
    if (std::ranges::find(system.short_names, given) != system.short_names.end()) return &system;
  if (const System* system = by_code(systems, given)) return system;
  const std::vector<std::string> wanted = bare_name(given);
  if (wanted.empty()) return nullptr;
  for (const System& system : systems)
    for (const std::string& name : names_of(system))
      if (bare_name(name) == wanted) return &system;
  return nullptr;
}

std::vector<const System*> Register::successors(std::string_view code) const {
  std::vector<const System*> found;
  for (const Succession& succession : successions)
    if (succession.predecessor == code && succession.kind != SuccessionKind::cluster)
      found.push_back(by_code(systems, succession.successor));
  return found;
}

std::vector<const System*> Register::predecessors(std::string_view code) const {
  std::vector<const System*> found;
  for (const Succession& succession : successions)
    if (succession.successor == code && succession.kind != SuccessionKind::cluster)
      found.push_back(by_code(systems, succession.predecessor));
  return found;
}

std::vector<const System*> Register::open_on(std::string_view date) const {
  std::vector<const System*> found;
  for (const System& system : systems)
    if (system.valid_from <= date && (system.valid_to.empty() || date <= system.valid_to))
      found.push_back(&system);
  return found;
}

Result<Register> load_register(const fs::path& folder) {
  Register loaded;
  auto systems = load_systems(folder / "systems.tsv");
  if (!systems) return tl::unexpected(systems.error());
  loaded.systems = std::move(*systems);
  auto successions = load_successions(folder / "succession.tsv", loaded.systems);
  if (!successions) return tl::unexpected(successions.error());
  loaded.successions = std::move(*successions);
  auto cues = load_part_cues(folder / "parts.tsv");
  if (!cues) return tl::unexpected(cues.error());
  loaded.part_cues = std::move(*cues);
  return loaded;
}

}  // namespace planmark
