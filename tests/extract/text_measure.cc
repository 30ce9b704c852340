// How near the text of a document comes to what another program read in it:
//   text_measure EXPECTED.txt FILE.pdf [EXPECTED.txt FILE.pdf ...]
//
// One row a document: similarity = 2 * common / (words expected + words found), where `common` is the longest
// sequence of words that both texts have in the same order. Then the median. With --words after the pairs the
// words found are listed, one a line, to be compared by hand.
//
// Words are compared without what the two programs may treat differently and both rightly: hyphens (a word
// broken at a line's end is one word here), ligatures, bullets and other signs that stand alone.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "extract/layout.h"
#include "extract/read_pdf.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

using Words = std::vector<std::string>;

bool is_hyphen(char32_t c) { return c == '-' || c == 0xAD || c == 0x2010 || c == 0x2011; }

bool counts(char32_t c) {
  if (c < 0x80) return std::isalnum(static_cast<int>(c));
  return c > 0xBF && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !is_private_use(c) &&
         c != 0xFFFD;
}

void take_word(std::string_view printed, Words& words) {
  std::string word;
  bool kept = false;
  const std::string text = word_text(printed);
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    kept = kept || counts(c.value);
    if (!is_hyphen(c.value)) append_utf8(word, c.value);
  }
  if (kept) words.push_back(std::move(word));
}

// Where the last character before a line's end is a hyphen, the line's end is dropped.
std::string without_broken_words(std::string_view text) {
  std::string joined;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' || text[at] == '\f') continue;
    const bool broken = text[at] == '\n' && joined.size() > 1 && joined.back() == '-' &&
                        joined[joined.size() - 2] != ' ' && at + 1 < text.size() && text[at + 1] >= 'a' &&
                        text[at + 1] <= 'z';
    if (!broken) joined += text[at];
  }
  return joined;
}

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    const bool space = c.value <= ' ' || c.value == 0xA0 || c.value == 0x3000;
    if (!space) append_utf8(word, c.value);
    if (!space && at < text.size()) continue;
    if (!word.empty()) take_word(word, words);
    word.clear();
  }
  return words;
}

// Length of the longest common subsequence: Hyyrö's bit-parallel method, memory in proportion to `a` and its
// distinct words, one pass over `a`'s bits for each word of `b`.
std::size_t common(const Words& a, const Words& b) {
  const std::size_t blocks = a.size() / 64 + 1;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> places;
  for (std::uint32_t i = 0; i < a.size(); ++i) places[a[i]].push_back(i);
  std::vector<std::uint64_t> row(blocks, ~std::uint64_t{0}), match(blocks, 0);
  for (const std::string& word : b) {
    const auto found = places.find(word);
    if (found == places.end()) continue;
    for (const std::uint32_t i : found->second) match[i / 64] |= std::uint64_t{1} << (i % 64);
    std::uint64_t carry = 0;
    for (std::size_t k = 0; k < blocks; ++k) {
      const std::uint64_t met = row[k] & match[k];
      const std::uint64_t sum = row[k] + met;
      const std::uint64_t with_carry = sum + carry;
      carry = static_cast<std::uint64_t>(sum < row[k]) | static_cast<std::uint64_t>(with_carry < sum);
      row[k] = with_carry | (row[k] & ~match[k]);
    }
    for (const std::uint32_t i : found->second) match[i / 64] = 0;
  }
  std::size_t length = 0;
  for (std::size_t i = 0; i < a.size(); ++i) length += (row[i / 64] >> (i % 64) & 1) == 0;
  return length;
}

std::string contents_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int run(int count, char** arguments) {
  bool list = false;
  if (count > 1 && std::strcmp(arguments[count - 1], "--words") == 0) list = true, --count;
  std::vector<double> all;
  for (int i = 1; i + 1 < count; i += 2) {
    const char* slash = std::strrchr(arguments[i + 1], '/');
    const char* name = slash ? slash + 1 : arguments[i + 1];
    const Words expected = words_of(without_broken_words(contents_of(arguments[i])));
    const std::string bytes = contents_of(arguments[i + 1]);
    const Result<RawDocument> raw = read_pdf(bytes);
    Words found;
    if (raw)
      found = words_of(lay_out(*raw, {}).text);
    else
      std::printf("%s: %s\n", name, describe(raw.error()).c_str());
    const std::size_t whole = expected.size() + found.size();
    const double similarity =
        whole == 0 ? 1 : 2 * static_cast<double>(common(expected, found)) / static_cast<double>(whole);
    all.push_back(similarity);
    std::printf("%-60s expected %6zu found %6zu similarity %.4f\n", name, expected.size(), found.size(),
                similarity);
    for (const std::string& word : found)
      if (list) std::printf("  %s\n", word.c_str());
  }
  std::sort(all.begin(), all.end());
  if (!all.empty()) std::printf("median of %zu: %.4f\n", all.size(), all[all.size() / 2]);
  return 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) { return planmark::run(count, arguments); }
