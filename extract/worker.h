// One worker process: a fork that does one job with one document without rights, sends the outcome through a
// pipe and ends.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>

#include "base/result.h"
#include "extract/job.h"

namespace planmark {

struct Limits {
  std::chrono::seconds cpu{60};  // of processor time
  // By the clock; longer, so that a busy machine does not time out a long document.
  std::chrono::milliseconds wall{180'000};
  std::size_t memory = std::size_t{1} << 30;  // bytes of address space that a worker may add
  std::size_t output = std::size_t{128}
                       << 20;  // bytes that a worker may send; 1,000 dense pages take about 20 MiB
};

// What a worker does with the bytes of the file: do_job(), or what a test puts in its place.
using Doer = Result<Product> (*)(std::string_view bytes, const Job& job);

// The parent's end. Both descriptors do not block; who holds this closes them and reaps the process.
struct Worker {
  pid_t process = -1;
  int results = -1;     // encode() of the outcome (extract/wire.h), then the end of the file
  int complaints = -1;  // what the worker printed to stderr, as far as it fits into a pipe
};

// In the worker, the descriptor that the outcome goes to.
inline constexpr int results_descriptor = 3;

// Requires: the process has one thread. Errors: internal, when it has more, where the system tells (Linux's
// /proc), or when the system gives no process or no pipe.
Result<Worker> start_worker(const Job& job, const Limits& limits, Doer doer);

}  // namespace planmark
