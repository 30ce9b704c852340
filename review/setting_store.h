// What is set for a whole workspace: append-only, with who set it, when and why; the last row of a name
// holds.
#pragma once

#include <string>

#include "review/database.h"
#include "review/event.h"

namespace planmark {

struct Setting {
  std::string name, value;
  std::string what;  // the value as the event says it, for people
};

// With its event. What fails is kept by the transaction.
void store_setting(Transaction& change, const Setting& setting, const std::string& why, const Act& by);

}  // namespace planmark
