// How many documents are read at a time.
#pragma once

#include <algorithm>
#include <thread>

namespace planmark {

// As many as asked for; 0: one for each core.
inline unsigned workers_for(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace planmark
