#include "extract/hyphen.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "extract/word_text.h"

namespace planmark {
namespace {

// First parts of compounds that are commonly written with a hyphen in British public documents. Sorted.
constexpr auto keeping = std::to_array<std::string_view>(
    {"anti",     "care",      "child",  "co",      "community", "cost",   "cross",  "early",   "easy",
     "eight",    "evidence",  "face",   "family",  "fast",      "first",  "five",   "follow",  "four",
     "full",     "further",   "half",   "health",  "high",      "higher", "home",   "joined",  "large",
     "last",     "lead",      "least",  "lived",   "local",     "long",   "longer", "low",     "lower",
     "medium",   "mid",       "multi",  "nine",    "non",       "one",    "open",   "patient", "peer",
     "people",   "person",    "place",  "problem", "quasi",     "real",   "right",  "school",  "second",
     "self",     "semi",      "seven",  "short",   "shorter",   "single", "six",    "small",   "socio",
     "strength", "strengths", "system", "third",   "three",     "time",   "trauma", "two",     "user",
     "value",    "well",      "whole",  "wide",    "working",   "world",  "year",   "young"});
static_assert(std::is_sorted(keeping.begin(), keeping.end()));

// Second parts that are endings: "care-" "ful" and "place-" "ment" are one word each.
constexpr auto endings =
    std::to_array<std::string_view>({"able", "al",    "ally", "ance", "ation", "ed",   "ence", "er",   "ers",
                                     "ful",  "fully", "ing",  "ings", "ise",   "ised", "ity",  "less", "ly",
                                     "ment", "ments", "ness", "ship", "ships", "tion", "tions"});

// Second parts that make a compound of whatever stands before them: "after-" "school", "trust-" "led".
constexpr auto compounding =
    std::to_array<std::string_view>({"based", "centred", "friendly", "led", "school"});

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_letter(c) || is_digit(c) || c == '-' || c == '\'';
}

std::string_view core_of(std::string_view word) {
  for (const std::string_view quote : {"‘", "“", "’", "”"}) {
    if (word.starts_with(quote)) word.remove_prefix(quote.size());
    if (word.ends_with(quote)) word.remove_suffix(quote.size());
  }
  while (!word.empty() && !is_word_byte(word.front())) word.remove_prefix(1);
  while (!word.empty() && (!is_word_byte(word.back()) || word.back() == '\'')) word.remove_suffix(1);
  return word;
}

// A range or a pair that is cut behind its dash or slash: "2023–" "28", "and/" "or".
bool joins_figures(std::string_view end, std::string_view start) {
  if (start.empty()) return false;
  if (end.ends_with("–") && end.size() > 3) return is_digit(end[end.size() - 4]) && is_digit(start.front());
  return end.size() > 1 && end.ends_with('/') && end.find("//") == end.npos && is_word_byte(start.front());
}

}  // namespace

Vocabulary vocabulary_of(const std::vector<std::vector<Line>>& pages) {
  Vocabulary vocabulary;
  for (const std::vector<Line>& lines : pages) {
    for (const Line& line : lines) {
      for (std::size_t i = 0; i < line.words.size(); ++i) {
        const std::string_view word = core_of(line.words[i].text);
        if (word.size() < 4 || word.size() > 40 || word.back() == '-') continue;
        // The first word of a line may be the second half of a broken one.
        if (i == 0 && is_lower(decode_at(word, 0).value) && word.find('-') == word.npos) continue;
        vocabulary.insert(lower_ascii(word));
      }
    }
  }
  return vocabulary;
}

Seam seam_between(std::string_view end, std::string_view start, const Vocabulary& vocabulary) {
  if (joins_figures(end, start)) return Seam::keep_hyphen;
  if (end.size() < 2 || !end.ends_with('-') || start.empty()) return Seam::space;
  const char32_t before = decode_at(end, end.size() - 2).value;
  const char32_t next = decode_at(start, 0).value;
  const bool letter_before = is_letter(before) || static_cast<unsigned char>(end[end.size() - 2]) >= 0x80;
  const bool digit_before = before >= '0' && before <= '9';
  if (!letter_before && !digit_before) return Seam::space;
  const bool digit_next = next >= '0' && next <= '9';
  if (!is_letter(next) && !digit_next) return Seam::space;
  const std::string first = lower_ascii(core_of(end.substr(0, end.size() - 1)));
  const std::string second = lower_ascii(core_of(start));
  // "short- and long-term": the hyphen stands for a word left out.
  if (second == "and" || second == "or" || second == "to") return Seam::space;
  if (vocabulary.contains(first + "-" + second)) return Seam::keep_hyphen;
  if (vocabulary.contains(first + second)) return Seam::drop_hyphen;
  if (digit_before || digit_next || !is_lower(next)) return Seam::keep_hyphen;
  if (first.find('-') != first.npos) return Seam::keep_hyphen;
  if (std::find(compounding.begin(), compounding.end(), second) != compounding.end())
    return Seam::keep_hyphen;
  const bool ending = std::find(endings.begin(), endings.end(), second) != endings.end();
  return !ending && std::binary_search(keeping.begin(), keeping.end(), first) ? Seam::keep_hyphen
                                                                              : Seam::drop_hyphen;
}

bool is_cut_word(std::string_view end, std::string_view start, const Vocabulary& vocabulary) {
  if (start == "," || start == "." || start == ";" || start == ")") return true;
  if (end.empty() || core_of(end).size() != end.size() || end.size() < 4) return false;
  const std::string first = lower_ascii(end), second = lower_ascii(core_of(start));
  return !second.empty() && is_lower(decode_at(start, 0).value) && !vocabulary.contains(first) &&
         vocabulary.contains(first + second);
}

}  // namespace planmark
