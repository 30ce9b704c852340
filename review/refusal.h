// What somebody was refused: an event of kind "refused" (review/event.h).
#pragma once

#include <string>

#include "base/result.h"

namespace planmark {

class Workspace;

// Of each text 200 bytes are kept: strangers choose what is written here.
struct Refusal {
  std::string at;       // is_time_stamp()
  std::string person;   // sign-in name; of a stranger the name that they gave, if any
  std::string address;  // where the request was from
  std::string request;  // "POST /progress/assign"
  std::string why;
};
// The caller sees to it that nobody fills the record (workbench/refusal_rate.h).
Result<void> note_refusal(Workspace& workspace, const Refusal& refusal);

}  // namespace planmark
