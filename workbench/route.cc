#include "workbench/route.h"

namespace planmark {
namespace {

// The segments of the pattern against those of the request; false where they do not fit.
bool fits(std::string_view pattern, const std::vector<std::string>& segments, Fields& places) {
  places.clear();
  pattern.remove_prefix(1);
  std::size_t i = 0;
  while (!pattern.empty()) {
    const std::string_view part = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(std::min(part.size() + 1, pattern.size()));
    if (i == segments.size()) return false;
    if (part.front() == '{')
      places.emplace_back(std::string(part.substr(1, part.size() - 2)), segments[i]);
    else if (part != segments[i])
      return false;
    ++i;
  }
  return i == segments.size();
}

}  // namespace

Routed find_route(std::span<const Route> table, const Request& request) {
  Routed routed;
  for (const Route& route : table) {
    Fields places;
    if (!fits(route.pattern, request.segments, places)) continue;
    if (route.method == request.method) return {&route, false, std::move(places)};
    routed.other_method = true;
  }
  return routed;
}

bool may(const Person* person, Access access) {
  if (access == Access::everyone) return true;
  if (person == nullptr) return false;
  const bool coordinates = has_role(*person, Role::coordinator);
  switch (access) {
    case Access::everyone:
    case Access::signed_in:
      return true;
    case Access::reviewer:
      return coordinates || has_role(*person, Role::reviewer) || has_role(*person, Role::adjudicator);
    case Access::coordinator:
      return coordinates;
    case Access::adjudicator:
      return has_role(*person, Role::adjudicator);
  }
  return false;
}

}  // namespace planmark
