// What a server with many threads has done in confined workers: pages drawn, and tables read that people
// send.
//
// A worker is a fork, and only a process with one thread can safely make one (extract/pool.h). So before the
// server starts its threads, helper processes are forked; each sits on a socket, has one job at a time done
// by a confined worker, and ends when the server does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "extract/text_table.h"
#include "extract/worker.h"

namespace planmark {

struct PageOrder {
  std::filesystem::path file, made_pdf;  // as of a Job (extract/job.h)
  std::string sha256;
  std::uint32_t page = 0;  // 0-based
  std::uint32_t dpi = 110;
};

class ConfinedWork {
 public:
  struct Settings {
    unsigned helpers = 2;
    std::string password{};  // opens encrypted documents
    Limits drawing{};
    Limits reading{.cpu = std::chrono::seconds(10),
                   .wall = std::chrono::seconds(20),
                   .memory = std::size_t{256} << 20,
                   .output = std::size_t{16} << 20};
  };
  // Requires: this process has one thread. Errors: internal, when the system gives no process.
  static Result<ConfinedWork> start(const Settings& settings);
  ~ConfinedWork();  // ends the helpers
  ConfinedWork(ConfinedWork&&) noexcept;
  ConfinedWork& operator=(ConfinedWork&&) noexcept;

  // From any thread; each waits for a helper. Errors besides those named: those of a worker
  // (extract/pool.h); internal, when the helper is gone.
  //
  // The page as a PNG file. Errors: those of render_page().
  Result<std::string> draw(const PageOrder& order);
  // The table in the bytes of a CSV file or a workbook (corpus/sheet_table.h), its head first; `name` is the
  // file's in problems. Control characters in cells become spaces.
  Result<TextTable> read_table(const std::string& bytes, const std::string& name);

 private:
  struct Rep;
  explicit ConfinedWork(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
