#include "analyze/repeats.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace planmark {
namespace {

constexpr std::size_t kRun = 5;
constexpr double kSame = 0.8;

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each >= 'A' && each <= 'Z' ? each + 32 : each);
    if (is_word_byte(byte))
      words.back() += static_cast<char>(byte);
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Sorted, each once.
std::vector<std::string> runs_of(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  const std::size_t length = std::min(kRun, std::max<std::size_t>(1, words.size()));
  std::vector<std::string> runs;
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    std::string run;
    for (std::size_t k = i; k < i + length; ++k) run += words[k] + ' ';
    runs.push_back(std::move(run));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

// What they share is no more than the shorter has, what either has no less than the longer: most pairs are
// told apart by that.
bool same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [fewer, more] = std::minmax({a.size(), b.size()});
  if (more == 0 || static_cast<double>(fewer) < kSame * static_cast<double>(more)) return false;
  std::size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const int order = x->compare(*y);
    if (order == 0) ++both;
    if (order <= 0) ++x;
    if (order >= 0) ++y;
  }
  return static_cast<double>(both) >= kSame * static_cast<double>(a.size() + b.size() - both);
}

}  // namespace

std::vector<bool> find_repeats(const std::vector<std::string_view>& texts) {
  std::vector<std::vector<std::string>> runs;
  runs.reserve(texts.size());
  for (const std::string_view text : texts) runs.push_back(runs_of(text));
  std::vector<bool> repeats(texts.size(), false);
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t k = 0; k < i && !repeats[i]; ++k) repeats[i] = !repeats[k] && same(runs[i], runs[k]);
  return repeats;
}

}  // namespace planmark
