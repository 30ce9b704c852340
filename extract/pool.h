// Reads documents in worker processes, several at a time, each with limits and without rights.
//
//   Pool pool(limits, workers);
//   pool.add({.id = 7, .file = path, .sha256 = hash});
//   while (auto outcome = pool.next()) ...           // in the order in which they end
//
// A worker is a fork of this process that may open no file and no socket (rlimits, Landlock, seccomp; what the
// kernel does not offer is left out and said by sandbox_strength()). It maps the file, reads it, sends the Document
// back through a pipe and ends. Whatever it does (crash, hang, eat memory, send nonsense) costs its own document.
// Requires: the process is single-threaded while a Pool lives.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "extract/document.h"

namespace planmark {

struct Limits {
  std::chrono::milliseconds wall{60'000};
  std::chrono::seconds cpu{60};
  std::size_t memory = std::size_t{1} << 30;   // bytes of address space that a worker may add
  std::size_t output = std::size_t{512} << 20;  // bytes that a worker may send
};

struct Job {
  std::size_t id = 0;
  std::filesystem::path file;
  std::string sha256;
  std::string password;
};

struct Outcome {
  std::size_t id = 0;
  Result<Document> document;
  std::chrono::milliseconds took{0};
  std::size_t peak_memory = 0;  // bytes, resident
};

class Pool {
 public:
  Pool(Limits limits, unsigned workers);
  ~Pool();  // ends and reaps every worker
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void add(Job job);
  // Waits for the next document to end; nullopt when none is left or after stop().
  std::optional<Outcome> next();
  // Waits at most `patience`; `ready` false means that time ran out while work is still under way.
  struct Polled { bool ready = false; std::optional<Outcome> outcome; };
  Polled next(std::chrono::milliseconds patience);
  // Ends all workers at once; their documents give no outcome.
  void stop();
  std::size_t waiting() const;  // added and not yet ended

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// "rlimits, Landlock 3, seccomp": what confines a worker on this machine.
std::string sandbox_strength();

// The whole reading of one file as the worker does it, in this process: read_pdf(), then lay_out().
Result<Document> extract_in_process(std::string_view bytes, std::string sha256, const std::string& password = {});

}  // namespace planmark
