#include "workbench/clock.h"

#include <ctime>

#include "base/format.h"

namespace planmark {

std::string time_stamp(std::chrono::system_clock::time_point time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  return format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::string time_stamp_in(std::chrono::seconds from_now) {
  return time_stamp(std::chrono::system_clock::now() + from_now);
}

}  // namespace planmark
