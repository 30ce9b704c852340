#include "extract/style_table.h"

namespace planmark {

std::uint32_t StyleTable::index_of(const Style& style) {
  const auto key = std::tie(style.font, style.size, style.bold, style.italic, style.colour);
  const auto [place, added] = index_.try_emplace(key, static_cast<std::uint32_t>(styles_.size()));
  if (added) styles_.push_back(style);
  return place->second;
}

}  // namespace planmark
