// How many documents a person takes, and whose documents they may not mark.
//
// Both are enforced wherever work is given out (review/assignment.h), and a conflict of interest also where a
// decision is recorded (review/record.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/event.h"
#include "review/workspace.h"

namespace planmark {

struct Availability {
  std::optional<std::uint32_t> capacity;  // documents at most, of either mark; nullopt: no limit
  std::vector<std::string> conflicts;     // systems, as in Identity::system; sorted
  friend bool operator==(const Availability&, const Availability&) = default;
};

// Errors: not_found (the person). Less than is assigned already is allowed: nothing more is given then.
Result<void> set_capacity(Workspace& workspace, const std::string& person,
                          std::optional<std::uint32_t> documents, const Act& by);
// What the person was to mark of the system is taken from them. Errors: not_found, bad_input (no system).
Result<void> declare_conflict(Workspace& workspace, const std::string& person, const std::string& system,
                              const std::string& why, const Act& by);
// Does nothing when there is none. Errors: not_found.
Result<void> lift_conflict(Workspace& workspace, const std::string& person, const std::string& system,
                           const std::string& why, const Act& by);
// Of everybody, by name.
Result<std::map<std::string, Availability>> availability(const Workspace& workspace);

// For the other files of review/ alone.
std::map<std::string, Availability> stored_availability(Transaction& look);
// The system of the document where this person has a conflict of interest with it; otherwise empty.
std::string conflicting_system(Transaction& look, const std::string& person, const std::string& sha256);

}  // namespace planmark
