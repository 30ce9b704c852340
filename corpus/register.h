// The systems of England's health and care: names, codes, aliases, and which came from which.
//
// The data are corpus/register/systems.tsv and succession.tsv; neither their number nor their names are known to code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

struct System {
  std::string code;      // ODS code, "QHM"
  std::string ons_code;  // may be empty
  std::string name;      // "North East and North Cumbria"
  std::string board;     // statutory board's name; may be empty
  std::string region;
  std::vector<std::string> aliases;       // partnership and brand names, former names
  std::vector<std::string> short_names;   // "NENC": matched only as whole upper-case words
  std::string valid_from, valid_to;       // ISO dates, empty where open
};

enum class SuccessionKind { merger, split, boundary_change, cluster };

struct Succession {
  std::string predecessor, successor;  // codes; successor empty for a cluster
  std::string effective;               // ISO date, or a year range for clusters
  SuccessionKind kind = SuccessionKind::merger;
  std::string part_transferred;        // "whole", or what moved
};

struct Register {
  std::vector<System> systems;        // sorted by name
  std::vector<Succession> successions;  // sorted by (effective, predecessor, successor)

  const System* find(std::string_view code_or_name) const;  // exact code, name or alias, any case
  std::vector<const System*> successors(std::string_view code) const;
  std::vector<const System*> predecessors(std::string_view code) const;
};

// Errors name the file and line: wrong number of columns, duplicate code, successor that is not in the register.
Result<Register> load_register(const std::filesystem::path& folder);

}  // namespace planmark
