// How far the run is: one moving line on a terminal, one line for each document elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/console.h"

namespace planmark {

struct Progress {
  std::size_t done = 0, total = 0;                // documents
  std::uint64_t bytes_done = 0, bytes_total = 0;  // of their files: what the time left is reckoned from
  std::uint64_t pages = 0;
  std::chrono::milliseconds elapsed{0};
};

// "[#####-----]  4 of 8 documents  212 pages  31 pages/s  0:06 left", at most `width` columns.
std::string progress_line(const Progress& progress, std::size_t width);

// Shows progress on stderr.
class ProgressDisplay {
 public:
  ProgressDisplay(const Console& console, std::size_t documents, std::uint64_t bytes);

  // A document has ended: `account` is what it came to, in a few words.
  void finished(const std::string& file, std::uint64_t bytes, std::uint64_t pages,
                const std::string& account);
  void refresh();  // redraws the moving line; nothing elsewhere
  void clear();    // removes it

  const Progress& progress() const { return progress_; }

 private:
  const Console& console_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Progress progress_;
};

}  // namespace planmark
