// Handles on one workspace, so that each request has one to itself: a handle serves one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"
#include "review/workspace.h"

namespace planmark {

class WorkspacePool {
 public:
  explicit WorkspacePool(std::filesystem::path folder) : folder_(std::move(folder)) {}

  struct GiveBack {
    WorkspacePool* pool = nullptr;
    void operator()(Workspace* workspace) const;
  };
  using Lease = std::unique_ptr<Workspace, GiveBack>;

  // A handle that is free, or a new one. Goes back when the lease ends. Errors: those of
  // Workspace::open_existing().
  Result<Lease> lease();

 private:
  std::filesystem::path folder_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> free_;
};

}  // namespace planmark
