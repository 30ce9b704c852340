#include "corpus/organisation.h"

#include <algorithm>
#include <set>

namespace planmark {
namespace {

using Words = std::vector<std::string>;

const std::vector<Words>& organisation_words() {
  static const std::vector<Words> phrases = {{"integrated", "care", "board"},
                                             {"integrated", "care", "partnership"},
                                             {"integrated", "care", "system"},
                                             {"health", "and", "care", "partnership"},
                                             {"health", "and", "care", "system"},
                                             {"health", "and", "social", "care", "partnership"},
                                             {"icb"},
                                             {"icp"},
                                             {"ics"}};
  return phrases;
}

const std::vector<Words>& plan_words() {
  static const std::vector<Words> phrases = {{"integrated", "care", "strategy"},
                                             {"health", "and", "care", "strategy"},
                                             {"joint", "forward", "plan"},
                                             {"five", "year", "forward", "plan"},
                                             {"5", "year", "forward", "plan"}};
  return phrases;
}

// Words that join the parts of a name and never begin or end one.
bool is_joint(const std::string& word) {
  static const std::set<std::string> joints = {"and", "the", "of", "upon", "le"};
  return joints.contains(word);
}

// Capitalised words of titles that are no place.
bool is_of_the_title(const std::string& word) {
  static const std::set<std::string> words = {
      "our",       "your",       "this",    "a",         "an",       "draft",    "final",     "new",
      "refreshed", "updated",    "joint",   "local",     "national", "five",     "ten",       "year",
      "first",     "nhs",        "england", "interim",   "initial",  "summary",  "strategy",  "plan",
      "version",   "approved",   "agreed",  "published", "full",     "document", "executive", "system",
      "board",     "engagement", "report",  "update",    "review",   "audit",    "analysis",  "response"};
  return words.contains(word) || word.find_first_of("0123456789") != std::string::npos;
}

bool stands_at(const Clue& clue, std::size_t at, const Words& phrase) {
  if (at + phrase.size() > clue.words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (clue.words[at + i].text != phrase[i]) return false;
  return true;
}

std::size_t length_at(const Clue& clue, std::size_t at, const std::vector<Words>& phrases) {
  for (const Words& phrase : phrases)
    if (stands_at(clue, at, phrase)) return phrase.size();
  return 0;
}

bool is_capitalised(const Clue& clue, std::size_t at) {
  const char first = clue.text[clue.words[at].span.begin];
  return (first >= 'A' && first <= 'Z') || (static_cast<unsigned char>(first) & 0x80) != 0;
}

// A comma may stand inside a list of places; anything stronger ends a name.
bool is_broken(const Clue& clue, std::size_t before) {
  const std::uint32_t begin = clue.words[before].span.end;
  const std::string_view between =
      std::string_view(clue.text).substr(begin, clue.words[before + 1].span.begin - begin);
  return between.find_first_of(".:;|()/\n\t") != std::string_view::npos ||
         between.find("\xE2\x80") != std::string_view::npos || between.find(" - ") != std::string_view::npos;
}

// "Stoke-on-Trent" is one name, "views on Ash" is not.
bool is_hyphened(const Clue& clue, std::size_t at) {
  const Span span = clue.words[at].span;
  return span.begin > 0 && clue.text[span.begin - 1] == '-' && span.end < clue.text.size() &&
         clue.text[span.end] == '-';
}

bool may_belong(const Clue& clue, std::size_t at) {
  const std::string& word = clue.words[at].text;
  return is_joint(word) || is_hyphened(clue, at) || (is_capitalised(clue, at) && !is_of_the_title(word));
}

void trim(const Clue& clue, std::size_t& begin, std::size_t& end) {
  while (begin < end && is_joint(clue.words[begin].text)) ++begin;
  while (begin < end && is_joint(clue.words[end - 1].text)) --end;
}

std::size_t begin_of_name_before(const Clue& clue, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && may_belong(clue, begin - 1) &&
         !(begin < clue.words.size() && is_broken(clue, begin - 1))) {
    // The words of another organisation are its own: "... Integrated Care Board, Ash Health and Care
    // Partnership".
    bool inside = false;
    for (std::size_t back = 1; back <= 4 && back <= begin; ++back)
      inside = inside || length_at(clue, begin - back, organisation_words()) >= back;
    if (inside) break;
    --begin;
  }
  return begin;
}

std::size_t end_of_name_after(const Clue& clue, std::size_t begin) {
  std::size_t end = begin;
  while (end < clue.words.size() && may_belong(clue, end) && (end == begin || !is_broken(clue, end - 1)))
    ++end;
  return end;
}

// "ASH AND ELM" -> "Ash and Elm"; names in mixed case stay as they are.
std::string readable(std::string_view printed) {
  std::string name(printed);
  std::ranges::replace(name, '\n', ' ');
  if (std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; })) return name;
  std::string result;
  for (const FoldedWord& word : folded_words(name)) {
    std::string text = word.text;
    if (!is_joint(text) && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    result += (result.empty() ? "" : " ") + text;
  }
  return result;
}

void add(const Clue& clue, std::size_t begin, std::size_t end, bool organisation,
         std::vector<NamedSystem>& found) {
  trim(clue, begin, end);
  if (begin == end) return;
  const Span span{clue.words[begin].span.begin, clue.words[end - 1].span.end};
  found.push_back({readable(slice(clue.text, span)), begin, end, organisation});
}

}  // namespace

std::vector<NamedSystem> named_systems(const Clue& clue) {
  std::vector<NamedSystem> found;
  for (std::size_t at = 0; at < clue.words.size(); ++at) {
    const std::size_t organisation = length_at(clue, at, organisation_words());
    const std::size_t plan = length_at(clue, at, plan_words());
    if (organisation == 0 && plan == 0) continue;
    if (at > 0 && !is_broken(clue, at - 1))
      add(clue, begin_of_name_before(clue, at), at, organisation > 0, found);
    const std::size_t after = at + std::max(organisation, plan);
    if (after + 1 < clue.words.size() && (clue.words[after].text == "for" || clue.words[after].text == "of"))
      add(clue, after + 1, end_of_name_after(clue, after + 1), organisation > 0, found);
  }
  return found;
}

bool names_organisation(const Clue& clue) {
  for (std::size_t at = 0; at < clue.words.size(); ++at)
    if (length_at(clue, at, organisation_words()) > 0) return true;
  return false;
}

bool is_named_as_organisation(const Clue& clue, std::size_t begin, std::size_t end) {
  if (begin > 0 && clue.words[begin - 1].text == "nhs") return true;
  return length_at(clue, end, organisation_words()) > 0 || length_at(clue, end, plan_words()) > 0;
}

std::string name_in_file_name(const Clue& clue) {
  static const std::set<std::string> generic = {
      "nhs",    "icb",         "ics",     "icp",     "jfp",        "integrated", "care",        "health",
      "board",  "partnership", "system",  "joint",   "forward",    "strategy",   "strategic",   "plan",
      "plans",  "five",        "5",       "year",    "easy",       "read",       "easyread",    "final",
      "draft",  "version",     "web",     "digital", "accessible", "published",  "publication", "engagement",
      "report", "place",       "refresh", "update",  "updated",    "full",       "the",         "our",
      "for",    "summary",     "pdf",     "copy",    "january",    "february",   "march",       "april",
      "may",    "june",        "july",    "august",  "september",  "october",    "november",    "december"};
  const auto is_number = [](const std::string& word) {
    return word.find_first_not_of("0123456789", word[0] == 'v' ? 1 : 0) == std::string::npos;
  };
  // Without a word of a plan, "doc-2" or "scan0001" would be names.
  if (std::ranges::none_of(clue.words, [&](const FoldedWord& word) { return generic.contains(word.text); }))
    return {};
  std::string name;
  std::string joint;  // held back until a word follows it
  for (const FoldedWord& word : clue.words) {
    if (is_joint(word.text) && word.text != "the") {
      if (!name.empty()) joint = " " + word.text;
      continue;
    }
    if (generic.contains(word.text) || is_number(word.text)) {
      if (name.empty()) continue;
      break;
    }
    std::string text = word.text;
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    name += (name.empty() ? "" : joint + " ") + text;
    joint.clear();
  }
  return name;
}

}  // namespace planmark
