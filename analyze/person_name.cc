#include "analyze/person_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyze/unicode.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {
namespace {

constexpr std::array<std::string_view, 21> titles = {
    "Dr",    "Prof", "Professor", "Mr",   "Mrs",        "Ms",       "Miss",
    "Mx",    "Sir",  "Dame",      "Lord", "Lady",       "Rev",      "Revd",
    "Canon", "Cllr", "Reverend",  "Hon",  "Councillor", "Baroness", "Sister"};
constexpr std::array<std::string_view, 20> particles = {"de",  "da",  "di", "del", "den", "der", "dos",
                                                        "du",  "la",  "le", "van", "von", "bin", "binti",
                                                        "ibn", "al-", "al", "el",  "ap",  "ter"};
constexpr std::array<std::string_view, 58> sentence_words = {
    "The",   "Our",   "This",   "That",  "These",     "Those",  "As",   "In",      "On",     "At",
    "For",   "From",  "By",     "With",  "And",       "But",    "We",   "Her",     "His",    "She",
    "He",    "They",  "Their",  "It",    "Its",       "To",     "Of",   "A",       "An",     "If",
    "When",  "Where", "While",  "Who",   "Since",     "Until",  "Each", "Every",   "Both",   "All",
    "No",    "Not",   "Under",  "After", "Before",    "During", "Also", "Through", "Across", "Together",
    "There", "Then",  "Within", "Name",  "Currently", "Led",    "New",  "Is"};
constexpr std::array<std::string_view, 3> months = {"April", "May", "June"};  // first names too
constexpr std::array<std::string_view, 8> date_words = {"in", "from", "since", "until",
                                                        "by", "to",   "of",    "late"};
// What stands behind a place's name, never behind a person's: "Marl Valley Council".
constexpr std::array<std::string_view, 22> place_words = {
    "Council", "Trust", "Hospital", "Hospitals",  "University", "College",     "School",   "Academy",
    "Centre",  "House", "Street",   "Road",       "Borough",    "Partnership", "Alliance", "Hub",
    "Hospice", "Forum", "NHS",      "Foundation", "City",       "County"};
constexpr std::size_t most_words = 5;

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Word {
  Span span;            // without punctuation around it
  bool ends = false;    // punctuation follows: nothing may be added
  bool begins = false;  // punctuation stands before it
};

bool is_mark(char c) { return std::string_view(",.;:()[]\"!?*/|").find(c) != std::string_view::npos; }

std::vector<Word> name_words_of(std::string_view text, Span within) {
  std::vector<Word> words;
  std::uint32_t at = within.begin;
  const auto is_space = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\t'; };
  bool tab = false;
  while (at < within.end) {
    if (is_space(at)) {
      tab = tab || text[at] != ' ';
      ++at;
      continue;
    }
    Word word{{at, at}, false, tab};
    if (tab && !words.empty()) words.back().ends = true;
    tab = false;
    while (at < within.end && !is_space(at)) ++at;
    word.span.end = at;
    while (word.span.begin < word.span.end && is_mark(text[word.span.begin])) {
      ++word.span.begin;
      word.begins = true;
    }
    while (word.span.end > word.span.begin && is_mark(text[word.span.end - 1])) --word.span.end;
    word.ends = word.span.end < at;
    if (!word.span.empty())
      words.push_back(word);
    else if (!words.empty())
      words.back().ends = true;
  }
  return words;
}

class NameReader {
 public:
  NameReader(std::string_view text, Span within, const std::vector<Span>& taken)
      : text_(text), taken_(taken), words_(name_words_of(text, within)) {}

  std::vector<Span> read() {
    std::vector<Span> names;
    for (std::size_t first = 0; first < words_.size();) {
      const std::size_t last = end_of_name(first);
      if (last == first) {
        ++first;
        continue;
      }
      if (!is_place(last))
        names.push_back({words_[first].span.begin, without_possessive(words_[last - 1].span).end});
      first = last;
    }
    return names;
  }

 private:
  std::string_view text_of(std::size_t word) const { return slice(text_, words_[word].span); }

  bool is_title(std::size_t word) const { return is_among(text_of(word), titles); }

  // The run that ends before `after` names a place.
  bool is_place(std::size_t after) const {
    return after < words_.size() && !words_[after - 1].ends && !words_[after].begins &&
           is_among(text_of(after), place_words);
  }

  // "Dr." and "J." carry a full stop that ends nothing.
  bool stops_after(std::size_t word) const {
    const Word& w = words_[word];
    if (!w.ends) return false;
    const bool only_full_stop = text_.substr(w.span.end).starts_with(". ");
    return !(only_full_stop && (is_title(word) || is_initial(word)));
  }

  bool is_initial(std::size_t word) const {
    const std::string_view initial = text_of(word);
    if (initial.size() == 3 && initial[1] == '.') return is_upper(static_cast<unsigned char>(initial[2]));
    const DecodedCharacter first = decode_at(initial, 0);
    return first.size == initial.size() && is_upper(first.value);
  }

  bool is_name_word(std::size_t word) const {
    const Span span = without_possessive(words_[word].span);
    const std::string_view name = slice(text_, span);
    if (!is_upper(decode_at(name, 0).value) || is_among(name, sentence_words)) return false;
    bool lower = false;
    for (std::size_t at = 0; at < name.size();) {
      const DecodedCharacter character = decode_at(name, at);
      lower = lower || is_lower(character.value);
      if (character.value != U'-' && character.value != U'\'' && !is_upper(character.value) &&
          !is_lower(character.value))
        return false;
      at += character.size;
    }
    const bool is_taken =
        std::any_of(taken_.begin(), taken_.end(), [&](Span taken) { return taken.overlaps(span); });
    return lower && !is_taken;
  }

  // "Ann CRAY": a surname in capitals, too long for an acronym or an honour.
  bool is_in_capitals(std::size_t word) const {
    const Span span = words_[word].span;
    const std::string_view name = slice(text_, span);
    const bool is_taken =
        std::any_of(taken_.begin(), taken_.end(), [&](Span taken) { return taken.overlaps(span); });
    return name.size() >= 4 && !is_taken &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
  }

  Span without_possessive(Span span) const {
    const std::string_view word = slice(text_, span);
    if (word.ends_with("'s"))
      span.end -= 2;
    else if (word.ends_with("'"))
      span.end -= 1;
    return span;
  }

  bool has_possessive(std::size_t word) const {
    return without_possessive(words_[word].span).end != words_[word].span.end;
  }

  // "From 1 April Ann Cray", "in May Ann Cray".
  bool is_month_of_date(std::size_t word) const {
    if (word == 0 || !is_among(text_of(word), months)) return false;
    std::string before(text_of(word - 1));
    if (before[0] >= '0' && before[0] <= '9') return true;
    before[0] = lower_ascii(before[0]);
    return is_among(std::string_view(before), date_words);
  }

  // One past the last word of the name that begins at `first`; `first` where none does.
  std::size_t end_of_name(std::size_t first) const {
    std::size_t at = first;
    if (is_month_of_date(first)) return first;
    while (at < words_.size() && is_title(at) && !stops_after(at)) ++at;
    const bool titled = at > first;
    std::size_t names = 0, end = first, words = 0;
    bool last_is_name = false;
    for (; at < words_.size() && words < most_words; ++at, ++words) {
      if (at > first && words_[at].begins) break;
      const bool name = is_name_word(at);
      const bool initial = !name && is_initial(at);
      const bool shouted = !name && !initial && last_is_name && is_in_capitals(at);
      const bool particle = words > 0 && is_among(text_of(at), particles);
      if (!name && !initial && !particle && !shouted) break;
      if (name || shouted) {
        ++names;
        end = at + 1;
      }
      last_is_name = name;
      if (stops_after(at) || has_possessive(at)) break;
    }
    const std::size_t length = end - first;
    const bool enough = titled ? names >= 1 : names >= 1 && length >= 2;
    return enough && (last_is_name || end > first) ? end : first;
  }

  std::string_view text_;
  const std::vector<Span>& taken_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Span> find_person_names(std::string_view text, Span within, const std::vector<Span>& taken) {
  return NameReader(text, within, taken).read();
}

}  // namespace planmark
