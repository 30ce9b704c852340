#include "reports/percentage.h"

#include "base/format.h"

namespace planmark {

std::optional<unsigned> per_cent(Share share) {
  if (share.base == 0) return std::nullopt;
  return static_cast<unsigned>((200 * share.count + share.base) / (2 * share.base));
}

std::string to_text(Share share) {
  const auto rounded = per_cent(share);
  const std::string counts = format("{} of {}", share.count, share.base);
  return rounded ? format("{} ({} %)", counts, *rounded) : counts;
}

std::string count_text(Share share) {
  const auto rounded = per_cent(share);
  return rounded ? format("{} ({} %)", share.count, *rounded) : format("{}", share.count);
}

std::optional<std::size_t> count_giving(unsigned whole_per_cent, std::size_t base) {
  for (std::size_t count = 0; base > 0 && count <= base; ++count)
    if (per_cent({count, base}) == whole_per_cent) return count;
  return std::nullopt;
}

std::vector<std::size_t> bases_giving(unsigned whole_per_cent, std::size_t most) {
  std::vector<std::size_t> bases;
  for (std::size_t base = 1; base <= most; ++base)
    if (count_giving(whole_per_cent, base)) bases.push_back(base);
  return bases;
}

}  // namespace planmark
