// Draws pages for a server that has many threads.
//
// A worker is a fork, and only a process with one thread can safely make one (extract/pool.h). So before the
// server starts its threads, the artist forks helpers; each sits on a socket, draws one page at a time in a
// confined worker, and ends when the server does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "extract/worker.h"

namespace planmark {

struct PageOrder {
  std::filesystem::path file;
  std::string sha256;
  std::uint32_t page = 0;  // 0-based
  std::uint32_t dpi = 110;
};

class PageArtist {
 public:
  // Requires: this process has one thread. Errors: internal, when the system gives no process.
  static Result<PageArtist> start(unsigned helpers, const Limits& limits);
  ~PageArtist();  // ends the helpers
  PageArtist(PageArtist&&) noexcept;
  PageArtist& operator=(PageArtist&&) noexcept;

  // The page as a PNG file. From any thread; waits for a helper. Errors: those of render_page() and of a
  // worker (extract/pool.h); internal, when the helper is gone.
  Result<std::string> draw(const PageOrder& order);

 private:
  struct Rep;
  explicit PageArtist(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
