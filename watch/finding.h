// What a round has found out: this round's sightings against the last ones before it.
#pragma once

#include <string>
#include <vector>

#include "review/sighting.h"

namespace planmark {

struct WebFinding {
  enum class Kind {
    fresh,       // "new": a document that the workspace did not have
    changed,     // other content at the same address
    moved,       // the same content, now at another address
    vanished,    // the server says that it is gone, and it was seen nowhere else; it stays readable here
    returned,    // what had vanished is there again
    copy,        // the same document at one more address
    missing,     // an address that gave nothing from the beginning
    not_looked,  // nobody can tell
    same         // nothing has happened
  };
  Kind kind = Kind::same;
  std::string address{};
  std::string page{};    // that links to it; empty: of the list itself
  std::string sha256{};  // the document; empty for pages
  std::string before{};  // of a changed one, the document that was there
  std::string from{};    // of a moved one where it was, of a copy its other address
  std::string to{};      // of a moved one, where it is: the address, or where that leads for good
  std::string at{};      // when it was looked at
  std::string problem{};
  bool is_page = false;
  friend bool operator==(const WebFinding&, const WebFinding&) = default;
};

// "new", "changed", ...
const char* name_of(WebFinding::Kind kind);

// One for each sighting of the round, in its order; of a move the address that was left is not told again. A
// page whose content changes is the same page. `before` has one sighting for each address
// (sightings_before()).
std::vector<WebFinding> findings(const std::vector<Sighting>& round, const std::vector<Sighting>& before);

}  // namespace planmark
