// Every address that the workbench answers, who may ask for it, and what answers: one table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "workbench/bench.h"

namespace planmark {

enum class Access { everyone, signed_in, reviewer, coordinator, adjudicator };

struct Route {
  std::string_view method;   // "GET" or "POST"
  std::string_view pattern;  // "/desk/{document}/{question}": a {name} stands for any one segment
  Access access = Access::coordinator;
  Response (*handle)(Bench& bench, const Visit& visit) = nullptr;
  bool slow = false;  // may take long: drawing, reading a table
};

std::span<const Route> routes();

struct Routed {
  const Route* route = nullptr;  // nullptr: no page has this address
  bool other_method = false;     // it has, but not by this method
  Fields places;
};
Routed find_route(std::span<const Route> table, const Request& request);

// Whether the person (nullptr: a stranger) may. Coordinators may do what reviewers do.
bool may(const Person* person, Access access);

}  // namespace planmark
