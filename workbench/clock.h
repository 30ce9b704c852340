// The time as it is kept: ISO 8601, UTC, to the second.
#pragma once

#include <chrono>
#include <string>

namespace planmark {

// "2026-03-01T10:00:00Z"
std::string time_stamp(std::chrono::system_clock::time_point time);
// Of now, and some time from now.
std::string time_stamp_in(std::chrono::seconds from_now);

}  // namespace planmark
