// What happened, in order and for ever: who, when, what, why, about which document and question, and from
// which draft.
//
// Every function of review/ that writes what people do notes its event in the same transaction: there is no
// change without its event, and no event without its change. Rows cannot be updated or deleted: the database
// itself refuses (triggers).
//
// Kinds: "person added", "person changed", "password set", "link made", "signed in", "signed out", "sign-in
// failed", "decision", "comment", "assigned", "unassigned", "capacity", "conflict", "setting", "pack sent",
// "reply", "final", "reopened", "refused".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace planmark {

class Transaction;
class Workspace;

// Who does something, and when. What the program does of itself it does as "planmark".
struct Act {
  std::string person;
  std::string at;  // is_time_stamp()
};

// "2026-03-01T10:00:00Z": 20 characters, UTC, so that the order of texts is that of times.
bool is_time_stamp(std::string_view text);

struct Event {
  std::int64_t number = 0;  // order of noting
  std::string at{}, person{}, kind{};
  std::string sha256{}, question{};   // empty: about none
  std::string subject{};              // the other person, the number of the decision, the name of the setting
  std::string what{}, why{};          // for people
  std::string planmark{}, lexicon{};  // of the draft that was decided on
  friend bool operator==(const Event&, const Event&) = default;
};

struct EventFilter {
  std::string sha256{}, question{}, person{}, kind{};  // empty: any
  std::string since{}, until{};                        // inclusive; empty: open
  std::int64_t after = 0;                              // numbers greater than this
  std::size_t most = 1000;                             // of the newest
};

// In the order of noting.
Result<std::vector<Event>> events(const Workspace& workspace, const EventFilter& filter = {});

// For the other files of review/ alone: part of their transaction, which fails when `event.at` is not a time.
void note(Transaction& change, const Event& event);

}  // namespace planmark
