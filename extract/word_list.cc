#include "extract/word_list.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/file.h"

namespace planmark {
namespace {

constexpr const char* british_english = "/usr/share/dict/british-english";

std::string straight(std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  std::string text(word);
  for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
    text.replace(at, curly.size(), "'");
  return text;
}

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

WordList usual_words() { return WordList(read_file(british_english).value_or("")); }

bool WordList::knows(std::string_view word) const {
  const std::string form = straight(word);
  const auto holds = [&](std::string_view sought) {
    return std::binary_search(words_.begin(), words_.end(), sought);
  };
  return holds(form) || holds(lower_ascii(form));
}

}  // namespace planmark
