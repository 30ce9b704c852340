#include "workbench/page_pictures.h"

#include <algorithm>

namespace planmark {

std::shared_ptr<const std::string> PagePictures::find(const Key& key) {
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.key == key; });
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().png;
}

void PagePictures::keep(const Key& key, std::shared_ptr<const std::string> png) {
  bytes_ += png->size();
  kept_.push_front({key, std::move(png)});
  while (bytes_ > most_bytes_ && kept_.size() > 1) {
    bytes_ -= kept_.back().png->size();
    kept_.pop_back();
  }
}

Result<std::shared_ptr<const std::string>> PagePictures::of(ConfinedWork& work, const PageOrder& order) {
  const Key key{order.sha256, order.page, order.dpi};
  {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (auto png = find(key)) return png;
      if (under_way_.insert(key).second) break;
      drawn_.wait(lock);
    }
  }
  auto picture = work.draw(order);
  const std::lock_guard lock(mutex_);
  under_way_.erase(key);
  drawn_.notify_all();
  if (!picture) return tl::unexpected(picture.error());
  auto png = std::make_shared<const std::string>(std::move(*picture));
  keep(key, png);
  return png;
}

}  // namespace planmark
