// The systems of England's health and care: names, codes, aliases, and which came from which.
//
// The data are corpus/register/systems.tsv, succession.tsv and parts.tsv; neither the number of systems nor
// their names are known to code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/part_cue.h"

namespace planmark {

struct System {
  std::string code;      // ODS code, "QHM"
  std::string ons_code;  // may be empty
  std::string name;      // "North East and North Cumbria"
  std::string board;     // statutory board's name; may be empty
  std::string region;
  std::vector<std::string> aliases;      // partnership and brand names, former names
  std::vector<std::string> short_names;  // "NENC": matched only as whole words and only as printed here
  std::string valid_from, valid_to;      // ISO dates, empty where open
};

enum class SuccessionKind { merger, split, boundary_change, cluster };

struct Succession {
  std::string predecessor, successor;  // codes; successor empty for a cluster
  std::string effective;               // ISO date, or a year range for clusters
  SuccessionKind kind = SuccessionKind::merger;
  std::string part_transferred;  // "whole", or what moved
  std::string cluster;           // a cluster's members joined by " + ": shared leaders, separate plans
};

struct Register {
  std::vector<System> systems;          // sorted by name
  std::vector<Succession> successions;  // sorted by (effective, predecessor, successor)
  std::vector<PartCue> part_cues;       // sorted by (part, phrase)

  // The system with this code, name, board or alias in any case, with or without "NHS", "Integrated Care
  // Board" and the like around it; or with this short name exactly as printed. Null when there is none.
  const System* find(std::string_view code_or_name) const;
  // Systems to which all or part of `code` passed; clusters are not successors. In order of the successions.
  std::vector<const System*> successors(std::string_view code) const;
  std::vector<const System*> predecessors(std::string_view code) const;
  // Systems that exist on an ISO date, by name.
  std::vector<const System*> open_on(std::string_view date) const;
};

// Errors name the file and line: wrong number of columns, duplicate code, name that two systems share,
// successor that is not in the register, date or kind that cannot be read, unknown part.
Result<Register> load_register(const std::filesystem::path& folder);

}  // namespace planmark
