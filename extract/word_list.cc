#include "extract/word_list.h"

#include <algorithm>

namespace planmark {
namespace {

std::string straight(std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  std::string text(word);
  for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
    text.replace(at, curly.size(), "'");
  return text;
}

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

}  // namespace

WordList::WordList(std::string lines) : lines_(std::move(lines)) {
  const std::string_view all = lines_;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > at) words_.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words_.begin(), words_.end());
}

bool WordList::knows(std::string_view word) const {
  std::string form = straight(word);
  if (std::binary_search(words_.begin(), words_.end(), std::string_view(form))) return true;
  std::transform(form.begin(), form.end(), form.begin(), small);
  return std::binary_search(words_.begin(), words_.end(), std::string_view(form));
}

}  // namespace planmark
