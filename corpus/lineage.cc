#include "corpus/lineage.h"

#include <algorithm>
#include <map>

#include "base/format.h"

namespace planmark {
namespace {

std::string date_of(const std::string& edition) { return edition + "-07-01"; }

bool between(const Succession& succession, const std::string& before, const std::string& after) {
  return succession.kind != SuccessionKind::cluster && succession.effective > date_of(before) &&
         succession.effective <= date_of(after);
}

std::string name_in(const Register& systems, const std::string& code_or_name) {
  const System* system = systems.find(code_or_name);
  return system == nullptr ? code_or_name : system->name;
}

// "all of Sussex", "a part of Frimley (Farnham and Surrey Heath)".
std::string share_of(const Succession& succession, const Register& systems) {
  const std::string name = name_in(systems, succession.predecessor);
  return succession.part_transferred == "whole"
             ? "all of " + name
             : format("a part of {} ({})", name, succession.part_transferred);
}

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return text;
}

// One sentence for everything that passed to one system on one day.
std::vector<std::string> sentences_of(const std::vector<const Succession*>& passed, const Register& systems) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> by_successor;
  for (const Succession* succession : passed)
    by_successor[{succession->effective, name_in(systems, succession->successor)}].push_back(
        share_of(*succession, systems));
  std::vector<std::string> sentences;
  for (const auto& [key, shares] : by_successor)
    sentences.push_back(format("On {} {} passed to {}.", key.first, listed(shares), key.second));
  return sentences;
}

std::vector<const Succession*> passed_between(const Register& systems, const std::string& before,
                                              const std::string& after) {
  std::vector<const Succession*> passed;
  for (const Succession& succession : systems.successions)
    if (between(succession, before, after)) passed.push_back(&succession);
  return passed;
}

Comparable not_comparable(std::string because) {
  return {Comparability::not_comparable, {std::move(because)}};
}

// The same system: has it gained or lost something in between?
Comparable of_one_system(const System& system, const Identity& before, const Identity& after,
                         const Register& systems) {
  std::vector<const Succession*> passed;
  for (const Succession* succession : passed_between(systems, before.edition, after.edition))
    if (succession->predecessor == system.code || succession->successor == system.code)
      passed.push_back(succession);
  if (passed.empty()) return {};
  return {Comparability::partly, sentences_of(passed, systems)};
}

// What the later system was made of, where the earlier one is part of that.
Comparable of_lineage(const System& before, const System& after, const Register& systems) {
  const std::vector<std::string> line = ancestors(after.code, systems);
  if (std::find(line.begin(), line.end(), before.code) == line.end())
    return not_comparable(format("{} did not take over anything of {}.", after.name, before.name));
  std::vector<const Succession*> passed;
  for (const Succession& succession : systems.successions)
    if (succession.kind != SuccessionKind::cluster && succession.successor == after.code)
      passed.push_back(&succession);
  return {Comparability::partly, sentences_of(passed, systems)};
}

}  // namespace

const char* name_of(Comparability verdict) {
  switch (verdict) {
    case Comparability::comparable:
      return "comparable";
    case Comparability::partly:
      return "partly comparable";
    case Comparability::not_comparable:
      return "not comparable";
  }
  return "";
}

Comparable comparability(const Identity& before, const Identity& after, const Register& systems) {
  if (before.system.empty() || after.system.empty())
    return not_comparable("It is not known whose plans both are: planmark add settles it.");
  if (before.part != after.part)
    return not_comparable(
        format("A document of part \"{}\" is asked other questions than one of part \"{}\".", before.part,
               after.part));
  if (before.edition.empty() || after.edition.empty())
    return {Comparability::partly, {"The edition of one of them is not known: planmark add settles it."}};
  const System* from = systems.find(before.system);
  const System* to = systems.find(after.system);
  if (from == nullptr || to == nullptr) {
    if (before.system == after.system) return {};
    return not_comparable(format("{} and {} are different systems, and the register does not know both.",
                                 name_in(systems, before.system), name_in(systems, after.system)));
  }
  return from == to ? of_one_system(*from, before, after, systems) : of_lineage(*from, *to, systems);
}

std::vector<std::string> ancestors(const std::string& system, const Register& systems) {
  std::vector<std::string> line = {system};
  for (std::size_t i = 0; i < line.size(); ++i)
    for (const System* predecessor : systems.predecessors(line[i]))
      if (std::find(line.begin(), line.end(), predecessor->code) == line.end())
        line.push_back(predecessor->code);
  line.erase(line.begin());
  return line;
}

BaseChange base_change(const std::string& edition_before, const std::string& edition_after,
                       const Register& systems) {
  return {systems.open_on(date_of(edition_before)).size(), systems.open_on(date_of(edition_after)).size(),
          sentences_of(passed_between(systems, edition_before, edition_after), systems)};
}

std::string base_line(const BaseChange& base, const std::string& edition_before,
                      const std::string& edition_after) {
  const std::string change =
      base.after < base.before   ? format(": the base falls by {}", base.before - base.after)
      : base.after > base.before ? format(": the base grows by {}", base.after - base.before)
                                 : std::string();
  return format("The register has {} systems in {} and {} in {}{}.", base.before, edition_before, base.after,
                edition_after, change);
}

}  // namespace planmark
