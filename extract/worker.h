// One worker process: a fork that reads one document without rights, sends the outcome through a pipe and
// ends.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/document.h"

namespace planmark {

struct Limits {
  std::chrono::seconds cpu{60};  // of processor time
  // By the clock; longer, so that a busy machine does not time out a long document.
  std::chrono::milliseconds wall{180'000};
  std::size_t memory = std::size_t{1} << 30;  // bytes of address space that a worker may add
  std::size_t output = std::size_t{128}
                       << 20;  // bytes that a worker may send; 1,000 dense pages take about 20 MiB
};

struct Job {
  std::size_t id = 0;
  std::filesystem::path file;
  std::string sha256;
  std::string password;
};

// What a worker does with the bytes of the file: extract_in_process(), or what a test puts in its place.
using Reader = Result<Document> (*)(std::string_view bytes, std::string sha256, const std::string& password);

// The parent's end. Both descriptors do not block; who holds this closes them and reaps the process.
struct Worker {
  pid_t process = -1;
  int results = -1;     // encode() of the outcome (extract/wire.h), then the end of the file
  int complaints = -1;  // what the worker printed to stderr, as far as it fits into a pipe
};

// In the worker, the descriptor that the outcome goes to.
inline constexpr int results_descriptor = 3;

// Errors: internal, when the system gives no process or no pipe.
Result<Worker> start_worker(const Job& job, const Limits& limits, Reader reader);

}  // namespace planmark
