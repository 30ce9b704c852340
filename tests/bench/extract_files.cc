// Reads files as planmark does, and nothing more:  extract_files [--workers N | --alone] [--password P]
// PATH...
//
// Paths are files, or folders of PDFs. One row a file, with tabs between: what came of it ("text" or the kind
// of refusal), pages, unreadable pages, bytes of text without running heads, milliseconds, peak memory of its
// worker in MiB, path; then a row "all" with the sums, the time by the clock and the greatest peak.
//
// With --alone everything is done in this process, one file after another and without limits or protection:
// for a leak checker or a profiler, which cannot look into a confined worker. Exit status 1: a worker crashed
// or gave what is no document.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "extract/pool.h"

namespace planmark {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Wanted {
  unsigned workers = 2;
  bool alone = false;
  std::string password;
  std::vector<std::filesystem::path> files;
};

void add_files(Wanted& wanted, const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return wanted.files.push_back(path);
  for (const std::filesystem::path& file : files_below(path).value_or(std::vector<std::filesystem::path>{}))
    if (file.extension() == ".pdf") wanted.files.push_back(file);
}

Wanted wanted_of(int count, char** arguments) {
  Wanted wanted;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = arguments[i];
    if (word == "--alone")
      wanted.alone = true;
    else if (word == "--workers" && i + 1 < count)
      wanted.workers = static_cast<unsigned>(std::strtoul(arguments[++i], nullptr, 10));
    else if (word == "--password" && i + 1 < count)
      wanted.password = arguments[++i];
    else
      add_files(wanted, word);
  }
  return wanted;
}

struct Sums {
  std::size_t read = 0, pages = 0, unreadable = 0, text = 0, peak = 0;
  bool broken = false;
};

std::size_t text_bytes(const Document& document) {
  std::size_t bytes = 0;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture) bytes += block.span.end - block.span.begin;
  return bytes;
}

void report(const Outcome& outcome, const std::filesystem::path& file, Sums& sums) {
  std::string came = "text";
  std::size_t pages = 0, unreadable = 0, text = 0;
  if (!outcome.product) {
    const ProblemKind kind = outcome.product.error().kind;
    came = name_of(kind);
    sums.broken = sums.broken || kind == ProblemKind::crashed || kind == ProblemKind::internal;
  } else {
    const Document& document = std::get<Document>(*outcome.product);
    pages = document.pages.size();
    for (const Page& page : document.pages) unreadable += page.state == PageState::unreadable;
    text = text_bytes(document);
    ++sums.read;
  }
  sums.pages += pages;
  sums.unreadable += unreadable;
  sums.text += text;
  sums.peak = std::max(sums.peak, outcome.peak_memory);
  std::printf("%s\t%zu\t%zu\t%zu\t%lld\t%zu\t%s%s%s\n", came.c_str(), pages, unreadable, text,
              static_cast<long long>(outcome.took.count()), outcome.peak_memory >> 20, file.c_str(),
              outcome.product ? "" : "\t", outcome.product ? "" : outcome.product.error().what.c_str());
  std::fflush(stdout);
}

Job job_for(const Wanted& wanted, std::size_t id) {
  return {.id = id, .file = wanted.files[id], .sha256 = std::string(64, '0'), .password = wanted.password};
}

void read_in_workers(const Wanted& wanted, Sums& sums) {
  Pool pool({}, wanted.workers);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < wanted.files.size(); ++i) order.push_back(i);
  // As a run does: the longest work must not come last.
  const auto size = [&](std::size_t i) {
    std::error_code none_such;
    const auto bytes = std::filesystem::file_size(wanted.files[i], none_such);
    return none_such ? 0 : bytes;
  };
  std::ranges::stable_sort(order, std::ranges::greater{}, size);
  for (const std::size_t i : order) pool.add(job_for(wanted, i));
  while (const auto outcome = pool.next()) report(*outcome, wanted.files[outcome->id], sums);
}

void read_alone(const Wanted& wanted, Sums& sums) {
  for (std::size_t i = 0; i < wanted.files.size(); ++i) {
    const Clock::time_point start = Clock::now();
    const Result<std::string> bytes = read_file(wanted.files[i]);
    Outcome outcome{i, bytes ? do_job(*bytes, job_for(wanted, i)) : tl::unexpected(bytes.error()), {}, 0};
    outcome.took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    report(outcome, wanted.files[i], sums);
  }
}

int measure(const Wanted& wanted) {
  Sums sums;
  const Clock::time_point start = Clock::now();
  wanted.alone ? read_alone(wanted, sums) : read_in_workers(wanted, sums);
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  std::printf("all\t%zu\t%zu\t%zu\t%lld\t%zu\t%zu of %zu files read\n", sums.pages, sums.unreadable,
              sums.text, static_cast<long long>(took.count()), sums.peak >> 20, sums.read,
              wanted.files.size());
  return sums.broken ? 1 : 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) {
  const planmark::Wanted wanted = planmark::wanted_of(count, arguments);
  if (wanted.files.empty()) {
    std::fputs("usage: extract_files [--workers N | --alone] [--password P] PATH...\n", stderr);
    return 2;
  }
  return planmark::measure(wanted);
}
