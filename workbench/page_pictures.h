// Pictures of pages as they have been drawn, kept in memory up to a size: many people look at the same pages.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <tuple>

#include "base/result.h"
#include "workbench/confined_work.h"

namespace planmark {

class PagePictures {
 public:
  explicit PagePictures(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // A PNG file. What several ask for at once is drawn once. Errors: those of ConfinedWork::draw(); they are
  // not kept.
  Result<std::shared_ptr<const std::string>> of(ConfinedWork& work, const PageOrder& order);

 private:
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t>;  // SHA-256, page, dpi
  struct Kept {
    Key key;
    std::shared_ptr<const std::string> png;
  };
  std::shared_ptr<const std::string> find(const Key& key);  // requires: mutex_ is held
  void keep(const Key& key, std::shared_ptr<const std::string> png);

  std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable drawn_;
  std::set<Key> under_way_;
  std::list<Kept> kept_;  // last used first
  std::size_t bytes_ = 0;
};

}  // namespace planmark
