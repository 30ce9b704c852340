// Reads documents and tables and draws pages in worker processes, several at a time, each with limits and
// without rights.
//
//   Pool pool(limits, workers);
//   pool.add({.id = 7, .file = path, .sha256 = hash});
//   while (auto outcome = pool.next()) ...           // in the order in which they end
//
// A worker is a fork of this process that may open no file and no socket (rlimits, Landlock, seccomp; what
// the kernel does not offer is left out and said by sandbox_strength()); one that draws may read the
// machine's fonts (extract/font_folders.h). It maps the file, does its job, sends the product back through a
// pipe and ends. Whatever it does (crash, hang, eat memory, send nonsense) costs its own document. A document
// with pages to recognise is read a second time for them (extract/second_reading.h), and gives one outcome.
// Requires: the process is single-threaded while a Pool lives.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include "base/result.h"
#include "extract/job.h"
#include "extract/sandbox.h"
#include "extract/worker.h"

namespace planmark {

struct Outcome {
  std::size_t id = 0;
  Result<Product> product;  // of the kind that the job asks for
  std::chrono::milliseconds took{0};
  std::size_t peak_memory = 0;  // bytes, resident
};

class Pool {
 public:
  Pool(Limits limits, unsigned workers, Doer doer = do_job);
  ~Pool();  // ends and reaps every worker
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void add(Job job);
  // Waits for the next document to end; nullopt when none is left or after stop().
  std::optional<Outcome> next();
  // Waits at most `patience`, less when a signal arrives; `ready` false means that work is still under way.
  struct Polled {
    bool ready = false;
    std::optional<Outcome> outcome;
  };
  Polled next(std::chrono::milliseconds patience);
  // Ends all workers at once; their documents give no outcome.
  void stop();
  std::size_t waiting() const;  // added and not yet ended

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// One job, with nothing beside it: what its outcome holds.
Result<Product> do_alone(const Limits& limits, Job job, Doer doer = do_job);

}  // namespace planmark
