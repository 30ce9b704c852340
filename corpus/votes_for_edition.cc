#include <algorithm>
#include <array>
#include <optional>

#include "corpus/votes.h"

namespace planmark {
namespace {

constexpr int longest_period = 25;  // years

struct Year {
  int first = 0;
  std::size_t end = 0;  // index of the word after it
};

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<int> four_digit_year(const std::string& text) {
  if (text.size() != 4 || !is_number(text)) return std::nullopt;
  const int year = std::stoi(text);
  return year >= 1990 && year <= 2059 ? std::optional(year) : std::nullopt;
}

// What stands between two words.
std::string_view gap(const Clue& clue, std::size_t before) {
  const std::uint32_t begin = clue.words[before].span.end;
  return std::string_view(clue.text).substr(begin, clue.words[before + 1].span.begin - begin);
}

bool is_dash(std::string_view text) {
  return text.find_first_not_of(" -_\xE2\x80\x90\x91\x92\x93\x94") == std::string_view::npos &&
         text.find_first_of("-_\xE2") != std::string_view::npos;
}

// "2023", or a financial year as "2023/24" or "2023-24", beginning at the word `at`.
std::optional<Year> year_at(const Clue& clue, std::size_t at) {
  if (at >= clue.words.size()) return std::nullopt;
  const auto year = four_digit_year(clue.words[at].text);
  if (!year) return std::nullopt;
  if (at + 1 == clue.words.size() || clue.words[at + 1].text.size() != 2 ||
      !is_number(clue.words[at + 1].text))
    return Year{*year, at + 1};
  const bool follows = std::stoi(clue.words[at + 1].text) == (*year + 1) % 100;
  const bool joined = gap(clue, at) == "/" || is_dash(gap(clue, at));
  return Year{*year, follows && joined ? at + 2 : at + 1};
}

// "2023 to 2028", "2023/24 - 2027/28", "2023-28", "2023 onwards": the index of the word after the period.
std::optional<std::size_t> end_of_period(const Clue& clue, const Year& from) {
  const std::size_t at = from.end;
  if (at >= clue.words.size()) return std::nullopt;
  const std::string& word = clue.words[at].text;
  if (word == "onwards") return at + 1;
  const bool by_word = word == "to" || word == "until";
  if (!by_word && !is_dash(gap(clue, at - 1))) return std::nullopt;
  const std::size_t next = by_word ? at + 1 : at;
  const auto plausible = [&](int until) {
    return until > from.first && until <= from.first + longest_period;
  };
  if (const auto until = year_at(clue, next))
    return plausible(until->first) ? std::optional(until->end) : std::nullopt;
  if (by_word || word.size() != 2 || !is_number(word)) return std::nullopt;
  return plausible(from.first / 100 * 100 + std::stoi(word)) ? std::optional(next + 1) : std::nullopt;
}

bool is_month(const std::string& word) {
  static const std::array<std::string, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
  return std::ranges::any_of(months, [&](const std::string& month) {
    return word == month || (word.size() == 3 && month.starts_with(word)) ||
           (word == "sept" && month == "september");
  });
}

// A year that belongs to something else: the next review, the edition before.
bool is_of_something_else(const Clue& clue, std::size_t at) {
  static const std::array<std::string, 10> signs = {"review",    "reviewed", "next",       "replaces",
                                                    "place",     "previous", "supersedes", "circulation",
                                                    "copyright", "expires"};
  for (std::size_t i = at; i-- > 0;) {
    if (std::ranges::find(signs, clue.words[i].text) != signs.end()) return true;
    if (gap(clue, i).find_first_of(".;|\n") != std::string_view::npos) return false;
  }
  return false;
}

unsigned weight_of(const Clue& clue, std::size_t at, const Year& year, bool period) {
  if (period || year.end == at + 2) return 3;
  if (at > 0 && is_month(clue.words[at - 1].text)) return 2;
  return clue.place == CluePlace::file_name ? 2 : 1;
}

// "20230630" and "30062023" in file names.
std::optional<int> year_of_date(const std::string& digits) {
  if (digits.size() != 8 || !is_number(digits)) return std::nullopt;
  const auto plausible = [&](std::size_t month, std::size_t day) {
    const int m = std::stoi(digits.substr(month, 2)), d = std::stoi(digits.substr(day, 2));
    return m >= 1 && m <= 12 && d >= 1 && d <= 31;
  };
  if (const auto year = four_digit_year(digits.substr(0, 4)); year && plausible(4, 6)) return year;
  if (const auto year = four_digit_year(digits.substr(4)); year && plausible(2, 0)) return year;
  return std::nullopt;
}

}  // namespace

std::vector<Vote> votes_for_edition(const std::vector<Clue>& clues) {
  std::vector<Vote> votes;
  for (const Clue& clue : clues) {
    for (std::size_t at = 0; at < clue.words.size();) {
      if (const auto dated = year_of_date(clue.words[at].text); dated && clue.place == CluePlace::file_name)
        votes.push_back({std::to_string(*dated), 2 * clue.weight, clue.source, clue.text});
      const auto year = year_at(clue, at);
      if (!year) {
        ++at;
        continue;
      }
      const auto period = end_of_period(clue, *year);
      if (!is_of_something_else(clue, at))
        votes.push_back({std::to_string(year->first),
                         weight_of(clue, at, *year, period.has_value()) * clue.weight, clue.source,
                         clue.text});
      at = period.value_or(year->end);
    }
  }
  return votes;
}

}  // namespace planmark
