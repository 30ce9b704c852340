#include "analyze/sentence_break.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {
namespace {

using Words = std::string_view;

// Each list is of words in lower case without their last full stop, between spaces.

// Always followed by what they belong to.
constexpr Words joiners =
    " mr mrs ms mx dr prof rev revd hon cllr sir st lt col maj capt sgt gen gov pres"
    " e.g eg i.e ie viz cf vs v approx esp incl excl ca c al ft ";
// Only with a number after them; otherwise they are words or units that may end a sentence.
constexpr Words before_numbers =
    " no nos p pp pg para paras fig figs sec sect vol ch chap art ref refs ver app tel ext reg sched cl"
    " jan feb mar apr jun jul aug sept sep oct nov dec ";
// May end a sentence: the next word decides.
constexpr Words openers =
    " we our us the this these those that there they their it its in on at by for from to with a an as and "
    "but or"
    " all any both each every many most more some such no not if when where while what who how why which "
    "since"
    " he she his her i my you your one two three through during over under after before between within across"
    " children families people partners services work working following however although because despite"
    " together also here now then today currently ";
// A single letter after one of these is a name of a thing, not somebody's initial.
constexpr Words lettered =
    " appendix annex annexe table figure part section option group band vitamin hepatitis grade tier type "
    "category"
    " level schedule priority ward zone phase class plan strep chapter box note ";

bool is_one_of(std::string_view word, Words list) {
  return !word.empty() && word.find(' ') == std::string_view::npos &&
         list.find(" " + lower_ascii(word) + " ") != Words::npos;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> marks,
                     std::size_t& size) {
  for (const std::string_view mark : marks) {
    if (!text.starts_with(mark)) continue;
    size = mark.size();
    return true;
  }
  return false;
}

bool strip_end(std::string_view& text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return true;
  }
  return false;
}

void strip_spaces_at_end(std::string_view& text) {
  while (strip_end(text, {" ", "\t", "\n", "\u00A0"})) {
  }
}

void strip_closers_at_end(std::string_view& text) {
  while (strip_end(text, {"\"", "'", ")", "]", "\u2019", "\u201D"})) {
  }
}

void strip_openers_at_start(std::string_view& text) {
  std::size_t size = 0;
  while (begins_with_any(text, {"\"", "'", "(", "[", "\u2018", "\u201C", "\u2022", "-", " "}, size))
    text.remove_prefix(size);
}

std::string_view last_token(std::string_view text) {
  const std::size_t at = text.find_last_of(" \t\n(/");
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

std::string_view first_word(std::string_view text) {
  strip_openers_at_start(text);
  std::size_t end = 0;
  while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0)) ++end;
  return text.substr(0, end);
}

// "4", "2.3", "a", "iv", "(b": numbering of a list, when nothing else stands before it in the sentence.
bool is_numbering(std::string_view text) {
  strip_openers_at_start(text);
  strip_closers_at_end(text);
  if (text.empty() || text.size() > 6) return false;
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
  const bool letter = text.size() == 1 && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
  return digits || letter || text.find_first_not_of("ivx") == std::string_view::npos;
}

// "A", "J.P", "U.K"
bool is_initials(std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    const DecodedCharacter c = decode_at(token, at);
    if (!is_upper(c.value)) return false;
    at += c.size;
    if (at == token.size()) return true;
    if (token[at] != '.') return false;
    ++at;
  }
  return false;
}

// What stands after a full stop decides together with the word before it.
bool full_stop_ends(std::string_view before, std::string_view after) {
  before.remove_suffix(1);
  if (is_numbering(before)) return false;
  std::string_view token = last_token(before);
  strip_openers_at_start(token);
  const std::string_view next = first_word(after);
  if (is_one_of(token, joiners)) return false;
  if (is_one_of(token, before_numbers) && !next.empty() && is_digit(next[0])) return false;
  if (!is_initials(token)) return true;
  std::string_view rest = before.substr(0, static_cast<std::size_t>(token.data() - before.data()));
  strip_spaces_at_end(rest);
  if (token.find('.') == std::string_view::npos && is_one_of(last_token(rest), lettered)) return true;
  return is_one_of(next, openers) && !(next.size() == 1 && after.substr(1).starts_with('.'));
}

bool is_break(std::string_view before, std::string_view after) {
  const std::string_view next = first_word(after);
  strip_spaces_at_end(before);
  if (before.ends_with("....") && !next.empty() && std::ranges::all_of(next, is_digit))
    return false;  // a contents line
  strip_closers_at_end(before);
  if (before.ends_with('?') || before.ends_with('!'))
    return next.empty() || !is_lower(decode_at(next, 0).value);
  if (before.ends_with('.') && !before.ends_with("...")) return full_stop_ends(before, after);
  return true;
}

// Bytes of a footnote mark and the spaces after it at the start of `text`: "12 ", "² ", "[3] ", "* ". 0:
// there is none.
std::size_t note_mark(std::string_view text) {
  std::size_t at = 0, size = 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == ',' && at > first))) ++at;
    return at > first && at - first <= 7;
  };
  if (text.starts_with('[')) {
    at = 1;
    if (!digits() || at >= text.size() || text[at] != ']') return 0;
    ++at;
  } else if (!digits()) {
    while (begins_with_any(text.substr(at),
                           {"\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074", "\u2075", "\u2076", "\u2077",
                            "\u2078", "\u2079", "*", "\u2020", "\u2021"},
                           size))
      at += size;
    if (at == 0) return 0;
  }
  const std::size_t mark = at;
  while (at < text.size() && is_space(text[at])) ++at;
  return at > mark ? at : 0;
}

// ".12 We", ".² We", ".[3] We": a break that the note hides or puts before itself. 0: none begins at this end
// mark.
std::size_t break_after_note(std::string_view text, std::size_t mark) {
  std::size_t at = mark + 1, size = 0;
  while (begins_with_any(text.substr(at), {"\"", "'", ")", "\u2019", "\u201D"}, size)) at += size;
  const std::size_t note = note_mark(text.substr(at));
  if (note == 0 || at + note >= text.size()) return 0;
  std::string_view before = text.substr(0, mark);
  strip_closers_at_end(before);
  if (before.size() < 2 || is_digit(before.back()) || is_one_of(last_token(before), before_numbers)) return 0;
  const std::string_view next = first_word(text.substr(at + note));
  return !next.empty() && is_upper(decode_at(next, 0).value) ? at + note : 0;
}

bool begins_bullet(std::string_view text) {
  std::size_t size = 0;
  return begins_with_any(text, {"\u2022 ", "\u25AA ", "\u25CF ", "\u25A0 ", "\u25E6 ", "\u27A2 ", "\u2756 "},
                         size);
}

// "(b) ", "(iv) ", "(3) ": numbering that Unicode takes for the rest of the sentence before it.
bool begins_numbering(std::string_view text) {
  if (!text.starts_with('(')) return false;
  const std::size_t end = text.find(") ");
  return end != std::string_view::npos && end <= 4 && is_numbering(text.substr(1, end - 1));
}

// Where a sentence begins for certain, and the stretches between an end mark and the end of its note.
struct Certain {
  std::vector<std::uint32_t> breaks;
  std::vector<Span> notes;
};

Certain certain_breaks(std::string_view text) {
  Certain certain;
  for (std::uint32_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == '.' || text[at] == '?' || text[at] == '!') {
      const auto after = static_cast<std::uint32_t>(break_after_note(text, at));
      if (after != 0) certain.breaks.push_back(after), certain.notes.push_back({at, after});
    } else if (is_space(text[at - 1])) {
      const bool ended = at > 1 && text[at - 2] == '.';
      if (begins_bullet(text.substr(at)) || (ended && begins_numbering(text.substr(at))))
        certain.breaks.push_back(at);
    }
  }
  std::sort(certain.breaks.begin(), certain.breaks.end());
  return certain;
}

}  // namespace

std::vector<std::uint32_t> sentence_breaks(SentenceBreaker& breaker, std::string_view text) {
  const Certain certain = certain_breaks(text);
  std::vector<std::uint32_t> candidates = breaker.breaks(text);
  candidates.insert(candidates.end(), certain.breaks.begin(), certain.breaks.end());
  std::sort(candidates.begin(), candidates.end());
  const auto inside_note = [&](std::uint32_t at) {
    return std::any_of(certain.notes.begin(), certain.notes.end(),
                       [&](Span note) { return note.begin < at && at < note.end; });
  };
  std::vector<std::uint32_t> kept;
  std::uint32_t start = 0;
  for (const std::uint32_t at : candidates) {
    if (at == start) continue;
    const bool sure = std::binary_search(certain.breaks.begin(), certain.breaks.end(), at);
    if (!sure && (inside_note(at) || !is_break(text.substr(start, at - start), text.substr(at)))) continue;
    kept.push_back(at);
    start = at;
  }
  return kept;
}

bool is_full_sentence(std::string_view text, bool last) {
  strip_spaces_at_end(text);
  strip_closers_at_end(text);
  const bool ended = text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
  const auto spaces = std::count(text.begin(), text.end(), ' ');
  return (ended || last) && spaces >= 2;
}

}  // namespace planmark
