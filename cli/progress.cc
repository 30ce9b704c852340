#include "cli/progress.h"

#include "base/format.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

using std::chrono::milliseconds;

constexpr const char* erase_line = "\r\x1b[K";

double share_done(const Progress& progress) {
  if (progress.bytes_total == 0) return 0;
  return static_cast<double>(progress.bytes_done) / static_cast<double>(progress.bytes_total);
}

std::string time_left(const Progress& progress) {
  const double share = share_done(progress);
  if (share <= 0 || progress.elapsed < milliseconds(500)) return "";
  const double seconds = static_cast<double>(progress.elapsed.count()) / 1000 * (1 - share) / share;
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  return format("  {}:{:02} left", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(const Progress& progress, std::size_t width) {
  const double seconds = static_cast<double>(progress.elapsed.count()) / 1000;
  const double rate = seconds > 0 ? static_cast<double>(progress.pages) / seconds : 0;
  const std::string words = format("{} of {} documents  {} pages  {:.0f} pages/s{}", progress.done,
                                   progress.total, progress.pages, rate, time_left(progress));
  constexpr std::size_t bar = 20;
  if (words.size() + bar + 4 > width) return shortened(words, width);
  const auto full = static_cast<std::size_t>(share_done(progress) * bar);
  return format("[{}{}]  {}", std::string(full, '#'), std::string(bar - full, '-'), words);
}

ProgressDisplay::ProgressDisplay(const Console& console, std::size_t documents, std::uint64_t bytes)
    : console_(console) {
  progress_.total = documents;
  progress_.bytes_total = bytes;
}

void ProgressDisplay::finished(const std::string& file, std::uint64_t bytes, std::uint64_t pages,
                               const std::string& account) {
  ++progress_.done;
  progress_.bytes_done += bytes;
  progress_.pages += pages;
  if (console_.err.interactive) {
    refresh();
  } else {
    console_.tell(format("{} of {}  {}  {}\n", progress_.done, progress_.total, printable(file), account));
  }
}

void ProgressDisplay::refresh() {
  progress_.elapsed = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start_);
  if (!console_.err.interactive) return;
  // The last column stays free: some terminals go to the next line when it is written.
  console_.tell(erase_line + progress_line(progress_, console_.err.width - 1));
}

void ProgressDisplay::clear() {
  if (console_.err.interactive) console_.tell(erase_line);
}

}  // namespace planmark
