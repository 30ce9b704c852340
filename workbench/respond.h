// From a request to its response: host, route, session, role, form key, handler, security headers. The order
// is the point: nothing is looked at before it may be.
#pragma once

#include "workbench/bench.h"
#include "workbench/route.h"

namespace planmark {

Response respond(Bench& bench, std::span<const Route> table, const Request& request);

}  // namespace planmark
