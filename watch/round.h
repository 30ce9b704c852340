// One round over the list: every address is looked at once, and what is seen is kept at once.
//
// A round that was stopped goes on where it was, within a day; addresses that it has looked at are left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "review/sighting.h"
#include "watch/visitor.h"
#include "watch/watch_list.h"

namespace planmark {

class Workspace;

struct RoundTools {
  Visitor& visitor;
  std::function<std::string()> now;                        // a time stamp (review/event.h)
  std::function<void(const std::string& address)> tell;    // is about to be looked at
  std::function<Identity(const Identity& given)> settled;  // names as the register has them
};

// The list's addresses in order, each page followed by what it links to and by what it once linked to. An
// address that cannot be looked at costs itself alone. Errors: interrupted (the round stays open), storage.
Result<void> look_at_all(Workspace& workspace, const std::vector<WatchEntry>& list, const WatchRound& round,
                         const RoundTools& tools);

// The addresses that a round would begin with, as far as they are known before any page is read.
Result<std::vector<std::string>> addresses_to_look_at(const Workspace& workspace,
                                                      const std::vector<WatchEntry>& list);

}  // namespace planmark
