#include "reports/shared_words.h"

#include <algorithm>
#include <set>

#include "analyze/unicode.h"
#include "base/utf8.h"

namespace planmark {
namespace {

constexpr char32_t soft_hyphen = U'\u00AD';
constexpr std::size_t run_length = 3;

using Run = std::vector<std::string>;

std::vector<Run> runs_of(const std::vector<std::string>& words, std::size_t length) {
  std::vector<Run> runs;
  for (auto at = words.begin(); static_cast<std::size_t>(words.end() - at) >= length; ++at)
    runs.emplace_back(at, at + static_cast<std::ptrdiff_t>(length));
  return runs;
}

bool is_of_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'%' || c == U'£';
}

char32_t small(char32_t c) { return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c; }

}  // namespace

std::vector<std::string> compared_words(std::string_view text) {
  const std::string normal = compatible_form(text);
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at < normal.size();) {
    const DecodedCharacter character = decode_at(normal, at);
    at += character.size;
    if (character.value == soft_hyphen) continue;
    if (const char32_t letter = small(character.value); is_of_word(letter)) {
      append_utf8(word, letter);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

double shared_words(std::string_view a, std::string_view b) {
  std::vector<std::string> shorter = compared_words(a), longer = compared_words(b);
  if (shorter.empty() || longer.empty()) return 0;
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  const std::size_t length = std::min(run_length, shorter.size());
  const std::vector<Run> sought = runs_of(shorter, length), present = runs_of(longer, length);
  const std::set<Run> have(present.begin(), present.end());
  const auto found =
      std::count_if(sought.begin(), sought.end(), [&](const Run& run) { return have.contains(run); });
  return static_cast<double>(found) / static_cast<double>(sought.size());
}

}  // namespace planmark
