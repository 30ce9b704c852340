#include "extract/pool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <random>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/format.h"
#include "extract/open_pdf.h"
#include "extract/second_reading.h"
#include "extract/wire.h"

namespace planmark {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Waiting {
  Job job;
  std::optional<Outcome> first;  // of the first reading, when this job is the second
};

struct Running {
  Job job;
  std::optional<Outcome> first;
  Limits limits;
  Worker worker;
  Clock::time_point started;
  std::string message;  // what has come of the results
};

enum class End { by_itself, wall_passed, output_passed };

milliseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

// Takes what is there now; false at the end of the pipe.
bool drain(int descriptor, std::string& into, std::size_t most) {
  std::array<char, 1 << 16> part;
  while (into.size() <= most) {
    const ssize_t size = read(descriptor, part.data(), part.size());
    if (size > 0)
      into.append(part.data(), static_cast<std::size_t>(size));
    else if (size == 0)
      return false;
    else if (errno != EINTR)
      return errno == EAGAIN;
  }
  return true;
}

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  const char* meaning = sigdescr_np(signal);
  return name && meaning ? format("SIG{}: {}", name, meaning) : format("signal {}", signal);
}

Problem by_signal(int signal, const std::string& complaints, const Limits& limits) {
  // The words of Poppler's allocator and of the C++ run time before they abort.
  if (complaints.find("Out of memory") != std::string::npos ||
      complaints.find("bad_alloc") != std::string::npos)
    return {ProblemKind::too_large, "reading the document takes more memory than is allowed", {}, {}};
  if (signal == SIGXCPU)
    return {
        ProblemKind::timed_out, format("no result after {} s of processor time", limits.cpu.count()), {}, {}};
  return {ProblemKind::crashed,
          format("the worker that read the document died ({})", signal_name(signal)),
          {},
          {}};
}

Problem cause_of(End end, int status, const std::string& complaints, const Limits& limits) {
  if (end == End::wall_passed)
    return {ProblemKind::timed_out,
            format("no result after {:.3g} s", static_cast<double>(limits.wall.count()) / 1000),
            {},
            {}};
  if (end == End::output_passed)
    return {ProblemKind::too_large,
            format("the document gives more than {} MiB of text and boxes", limits.output >> 20),
            {},
            {}};
  if (WIFSIGNALED(status)) return by_signal(WTERMSIG(status), complaints, limits);
  return {ProblemKind::crashed,
          format("the worker that read the document gave up (status {})", WEXITSTATUS(status)),
          {},
          {}};
}

// What a program that was just killed still writes may come between.
void remove_scratch(const std::filesystem::path& folder) {
  std::error_code error;
  for (int tries = 0; tries < 10 && std::filesystem::exists(folder, error); ++tries) {
    std::filesystem::remove_all(folder, error);
    if (error) std::this_thread::sleep_for(milliseconds{20});
  }
}

// Ends the worker where it still runs and takes back all that it held.
Outcome conclude(Running& run, End end) {
  Outcome outcome{run.job.id, failure(ProblemKind::internal, "no outcome"), since(run.started), 0};
  // A worker that died has its status already; one that closed its pipe and goes on has nothing more to give.
  // Where it has its own group, that goes with it: what it started for itself.
  kill(-run.worker.process, SIGKILL);
  kill(run.worker.process, SIGKILL);
  int status = 0;
  rusage usage{};
  while (wait4(run.worker.process, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  remove_scratch(run.job.scratch);
  outcome.peak_memory = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
  std::string complaints;
  constexpr std::size_t enough_complaints = 1 << 16;
  drain(run.worker.complaints, complaints, enough_complaints);
  close(run.worker.results), close(run.worker.complaints);

  const bool sent_something = end == End::by_itself && !run.message.empty();
  if (sent_something && (WIFEXITED(status) || WTERMSIG(status) == SIGKILL))
    outcome.product = decode(run.message);
  else
    outcome.product = tl::unexpected(cause_of(end, status, complaints, run.limits));
  if (outcome.product && !gives_what_was_asked(run.job.task, *outcome.product))
    outcome.product = failure(ProblemKind::crashed, "the worker sent something else than it was asked for");
  if (outcome.product) {
    if (auto* document = std::get_if<Document>(&*outcome.product)) document->sha256 = run.job.sha256;
  } else if (outcome.product.error().where.empty()) {
    outcome.product.error().where = run.job.file.string();
  }
  return outcome;
}

Outcome joined(Outcome first, Outcome second, const Job& second_job) {
  first.took += second.took;
  first.peak_memory = std::max(first.peak_memory, second.peak_memory);
  first.product = of_both_readings(std::get<Document>(std::move(*first.product)),
                                   get_as<Document>(std::move(second.product)), second_job);
  return first;
}

}  // namespace

struct Pool::Rep {
  Limits limits;
  unsigned workers = 1;
  Doer doer = nullptr;
  std::deque<Waiting> queue;
  std::vector<Running> running;
  std::deque<Outcome> ended;
  std::size_t started = 0;
  std::uint64_t own_number = std::random_device{}();  // in the names of folders: nobody shall foresee them

  std::filesystem::path scratch_folder(std::size_t number) const {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    return (error ? "/tmp" : folder) / format("planmark-{:x}-{}-{}", own_number, getpid(), number);
  }

  void start() {
    while (running.size() < workers && !queue.empty()) {
      auto [job, first] = std::move(queue.front());
      queue.pop_front();
      job.scratch = scratch_folder(started++);
      const Limits longer = limits_of_job(limits, job);
      Result<Worker> worker = start_worker(job, longer, doer);
      if (worker) {
        running.push_back({std::move(job), std::move(first), longer, *worker, Clock::now(), {}});
      } else {
        Problem problem = std::move(worker.error());
        problem.where = job.file.string();
        end({job.id, tl::unexpected(std::move(problem)), milliseconds{0}, 0}, job, std::move(first));
      }
    }
  }

  // An outcome, or the reason for a second reading: it goes before what has not begun, so that few first
  // readings are kept at a time.
  void end(Outcome outcome, const Job& job, std::optional<Outcome> first) {
    if (first) return ended.push_back(joined(std::move(*first), std::move(outcome), job));
    const Document* document = outcome.product ? std::get_if<Document>(&*outcome.product) : nullptr;
    std::optional<Job> second = document ? second_reading(job, *document) : std::nullopt;
    if (second)
      queue.push_front({std::move(*second), std::move(outcome)});
    else
      ended.push_back(std::move(outcome));
  }

  // False when a signal cut the wait short.
  bool wait(milliseconds patience) {
    std::vector<pollfd> descriptors;
    for (const Running& run : running) {
      descriptors.push_back({run.worker.results, POLLIN, 0});
      patience = std::min(patience,
                          std::max(milliseconds{0}, run.limits.wall - since(run.started)) + milliseconds{1});
    }
    const int ready = poll(descriptors.data(), descriptors.size(), static_cast<int>(patience.count()));
    return ready >= 0 || errno != EINTR;
  }

  void collect() {
    std::erase_if(running, [&](Running& run) {
      const bool open = drain(run.worker.results, run.message, run.limits.output);
      End how = End::by_itself;
      if (run.message.size() > run.limits.output)
        how = End::output_passed;
      else if (open && since(run.started) >= run.limits.wall)
        how = End::wall_passed;
      else if (open)
        return false;
      Outcome outcome = conclude(run, how);
      end(std::move(outcome), run.job, std::move(run.first));
      return true;
    });
  }

  void stop() {
    queue.clear();
    ended.clear();
    for (Running& run : running) conclude(run, End::wall_passed);
    running.clear();
  }
};

Pool::Pool(Limits limits, unsigned workers, Doer doer) : rep_(std::make_unique<Rep>()) {
  rep_->limits = limits;
  rep_->workers = std::max(1U, workers);
  rep_->doer = doer;
  prepare_to_read_pdf();
}

Pool::~Pool() { stop(); }

void Pool::add(Job job) { rep_->queue.push_back({std::move(job), std::nullopt}); }

std::optional<Outcome> Pool::next() {
  for (;;) {
    Polled polled = next(milliseconds{1000});
    if (polled.ready) return std::move(polled.outcome);
  }
}

Pool::Polled Pool::next(milliseconds patience) {
  const Clock::time_point start = Clock::now();
  for (;;) {
    rep_->start();
    if (!rep_->ended.empty()) {
      Outcome outcome = std::move(rep_->ended.front());
      rep_->ended.pop_front();
      return {true, std::move(outcome)};
    }
    if (rep_->running.empty()) return {true, std::nullopt};
    const milliseconds left = patience - since(start);
    if (left < milliseconds{0} || !rep_->wait(left)) return {};
    rep_->collect();
  }
}

void Pool::stop() { rep_->stop(); }

std::size_t Pool::waiting() const { return rep_->queue.size() + rep_->running.size(); }

Result<Product> do_alone(const Limits& limits, Job job, Doer doer) {
  Pool pool(limits, 1, doer);
  pool.add(std::move(job));
  std::optional<Outcome> outcome = pool.next();
  if (!outcome) return failure(ProblemKind::internal, "the job gave no outcome");
  return std::move(outcome->product);
}

}  // namespace planmark
