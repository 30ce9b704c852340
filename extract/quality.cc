#include "extract/quality.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "extract/block_regions.h"
#include "extract/line.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

constexpr std::uint32_t enough_words = 50;
constexpr double least_english = 0.12;  // tables and lists of names have few

// Sorted.
constexpr auto frequent_words = std::to_array<std::string_view>(
    {"a",     "all",  "also", "an",    "and",   "are",  "as",   "at",   "be",    "been", "but",
     "by",    "can",  "for",  "from",  "had",   "has",  "have", "he",   "her",   "his",  "how",
     "if",    "in",   "into", "is",    "it",    "its",  "may",  "more", "not",   "of",   "on",
     "or",    "our",  "she",  "so",    "such",  "than", "that", "the",  "their", "them", "there",
     "these", "they", "this", "those", "to",    "was",  "we",   "were", "what",  "when", "where",
     "which", "who",  "will", "with",  "would", "you",  "your"});

struct WordCounts {
  std::uint32_t all = 0, known = 0, frequent = 0;
};

void count(std::string_view word, const WordList& words, WordCounts& counts) {
  const std::string small = lower_ascii(word);
  if (word.size() < 2 && small != "a") return;
  ++counts.all;
  if (words.knows(word)) ++counts.known;
  if (std::binary_search(frequent_words.begin(), frequent_words.end(), std::string_view(small)))
    ++counts.frequent;
}

// Words are runs of letters with the apostrophes inside them. Runs that hold a digit are codes, no words.
void count_words(std::string_view text, const WordList& words, WordCounts& counts) {
  std::size_t begin = 0;
  bool digits = false;
  const auto end_word = [&](std::size_t end, std::size_t next) {
    std::string_view word = text.substr(begin, end - begin);
    for (const std::string_view mark : {"'", "\u2019"})
      while (word.ends_with(mark)) word.remove_suffix(mark.size());
    if (!word.empty() && !digits) count(word, words, counts);
    begin = next;
    digits = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    const bool digit = c.value >= U'0' && c.value <= U'9';
    const bool apostrophe = (c.value == U'\'' || c.value == U'\u2019') && at > begin;
    if (!is_letter(c.value) && !digit && !apostrophe) end_word(at, at + c.size);
    digits = digits || digit;
    at += c.size;
  }
  end_word(text.size(), text.size());
}

void take_words(const Document& document, const WordList& words, Quality& quality) {
  WordCounts counts;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture) count_words(slice(document.text, block.span), words, counts);
  quality.words = counts.all;
  const auto share = [&](std::uint32_t part) {
    return static_cast<double>(part) / static_cast<double>(counts.all);
  };
  if (counts.all > 0 && !words.empty()) quality.known_share = share(counts.known);
  if (counts.all >= enough_words) quality.english_share = share(counts.frequent);
}

std::uint32_t unmapped_in(std::string_view text) {
  std::uint32_t unmapped = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    if (c.value == 0xFFFD || is_private_use(c.value)) ++unmapped;
  }
  return unmapped;
}

void take_unmapped(const Document& document, Quality& quality) {
  std::set<std::string> fonts;
  for (const Word& word : document.words) {
    const std::string_view text = slice(document.text, word.span);
    const std::uint32_t unmapped = is_bullet(text) ? 0 : unmapped_in(text);
    quality.unmapped_characters += unmapped;
    if (unmapped > 0 && word.style < document.styles.size()) fonts.insert(document.styles[word.style].font);
  }
  quality.unmapped_fonts.assign(fonts.begin(), fonts.end());
}

bool stand_side_by_side(const Box& a, const Box& b) {
  constexpr float two_lines = 20;  // points
  const float beside = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const float together = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  return beside < 0 && together > two_lines;
}

float area_of(const Box& box) { return (box.x1 - box.x0) * (box.y1 - box.y0); }

// A third of the running text has other running text beside it.
bool has_columns(const std::vector<Box>& regions) {
  float all = 0, beside = 0;
  for (const Box& region : regions) {
    all += area_of(region);
    if (std::ranges::any_of(regions, [&](const Box& other) { return stand_side_by_side(region, other); }))
      beside += area_of(region);
  }
  return beside > all / 3;
}

void take_layout(const Document& document, Quality& quality) {
  std::vector<std::vector<Box>> regions(document.pages.size());
  std::set<std::uint32_t> tables;
  for (const Block& block : document.blocks) {
    if (block.table != none) tables.insert(block.table);
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
    std::uint32_t page = page_at(document, block.span.begin);
    for (; page < document.pages.size() && document.pages[page].span.begin < block.span.end; ++page)
      for (const Box& box : regions_of(document, block.span, page)) regions[page].push_back(box);
  }
  quality.tables = static_cast<std::uint32_t>(tables.size());
  quality.column_pages = static_cast<std::uint32_t>(std::ranges::count_if(regions, has_columns));
}

std::uint32_t pages_that_are(const Document& document, PageState state) {
  return static_cast<std::uint32_t>(std::ranges::count(document.pages, state, &Page::state));
}

}  // namespace

Quality quality_of(const Document& document, const WordList& words) {
  Quality quality;
  quality.pages = static_cast<std::uint32_t>(document.pages.size());
  quality.blank_pages = pages_that_are(document, PageState::blank);
  quality.unreadable_pages = pages_that_are(document, PageState::unreadable);
  take_words(document, words, quality);
  take_unmapped(document, quality);
  if (!document.pages.empty()) take_layout(document, quality);
  return quality;
}

RecognisedPages recognised_pages(const Document& document) {
  RecognisedPages recognised;
  for (const Page& page : document.pages) {
    if (!page.ocr) continue;
    ++recognised.pages;
    recognised.confidence += static_cast<double>(page.ocr_confidence);
  }
  if (recognised.pages > 0) recognised.confidence /= recognised.pages;
  return recognised;
}

double unreadable_share(const Document& document) {
  if (document.pages.empty()) return 0;
  return static_cast<double>(pages_that_are(document, PageState::unreadable)) /
         static_cast<double>(document.pages.size());
}

const char* language_of(const Quality& quality) {
  if (!quality.english_share) return "not known";
  return *quality.english_share >= least_english ? "English" : "not English";
}

}  // namespace planmark
