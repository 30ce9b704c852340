#include "workbench/workspace_pool.h"

namespace planmark {

void WorkspacePool::GiveBack::operator()(Workspace* workspace) const {
  const std::lock_guard lock(pool->mutex_);
  pool->free_.emplace_back(workspace);
}

Result<WorkspacePool::Lease> WorkspacePool::lease() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      Lease lease(free_.back().release(), GiveBack{this});
      free_.pop_back();
      return lease;
    }
  }
  auto opened = Workspace::open_existing(folder_);
  if (!opened) return tl::unexpected(opened.error());
  return Lease(new Workspace(std::move(*opened)), GiveBack{this});
}

}  // namespace planmark
