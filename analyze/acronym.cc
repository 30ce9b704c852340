#include "analyze/acronym.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "base/ascii.h"

namespace planmark {
namespace {

constexpr std::size_t kMostLetters = 8;
constexpr std::array<std::string_view, 14> kSmallWords = {"a",  "an", "and", "at", "by",  "for", "from",
                                                          "in", "of", "on",  "or", "the", "to",  "with"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
// Letters that are not ASCII belong to words.
bool is_word(char c) { return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0; }

bool is_small_word(std::string_view word) {
  return std::ranges::find(kSmallWords, lower_ascii(word)) != kSmallWords.end();
}

// "LAC", "CoP", "SEND", "C&YP", "EHCPs" (its s is the plural's): mostly capitals, and two of them at least.
std::string_view acronym_in(std::string_view word) {
  if (word.size() > 2 && word.back() == 's' && is_capital(word[word.size() - 2])) word.remove_suffix(1);
  if (word.size() < 2 || word.size() > kMostLetters || !is_capital(word.front())) return {};
  std::size_t capitals = 0, small = 0;
  for (const char c : word) {
    if (is_capital(c))
      ++capitals;
    else if (is_small(c))
      ++small;
    else if (!is_digit(c) && c != '&')
      return {};
  }
  return capitals >= 2 && small < capitals ? word : std::string_view{};
}

// The words of a range, hyphens and slashes between them: "multi-agency" is two.
std::vector<Span> words_of(std::string_view text, Span range) {
  std::vector<Span> words;
  for (std::uint32_t at = range.begin; at < range.end;) {
    if (!is_word(text[at])) {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < range.end && is_word(text[end])) ++end;
    words.push_back({at, end});
    // The s of "children's" is no word.
    if (end + 1 < range.end && text[end] == '\'' && text[end + 1] == 's') end += 2;
    at = end;
  }
  return words;
}

// Whether letters are the initials of all the words: of each word its first letter, of a word in capitals
// all or the first; small words give one or none.
bool are_initials(std::string_view letters, std::string_view text, const std::vector<Span>& words,
                  std::size_t from) {
  if (!letters.empty() && letters.front() == '&') letters.remove_prefix(1);
  if (from == words.size()) return letters.empty();
  const std::string_view word = slice(text, words[from]);
  if (is_small_word(word) && from > 0 && are_initials(letters, text, words, from + 1)) return true;
  if (letters.empty()) return false;
  if (word.size() > 1 && letters.starts_with(word) &&
      are_initials(letters.substr(word.size()), text, words, from + 1))
    return true;
  return lower_ascii(word.front()) == lower_ascii(letters.front()) &&
         are_initials(letters.substr(1), text, words, from + 1);
}

// The fewest words at the end of `before` of which the letters are initials; empty when there are none.
Span name_before(std::string_view letters, std::string_view text, Span before) {
  const std::vector<Span> all = words_of(text, before);
  const std::size_t most = std::min(all.size(), 2 * letters.size() + 3);
  for (std::size_t count = 2; count <= most; ++count) {
    const std::vector<Span> words(all.end() - static_cast<std::ptrdiff_t>(count), all.end());
    if (are_initials(letters, text, words, 0)) return {words.front().begin, words.back().end};
  }
  return {};
}

// As name_before(), of words at the beginning; as many as there can be.
Span name_after(std::string_view letters, std::string_view text, Span after) {
  const std::vector<Span> all = words_of(text, after);
  for (std::size_t count = std::min(all.size(), 2 * letters.size() + 3); count >= 2; --count) {
    const std::vector<Span> words(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    if (!is_small_word(slice(text, words.back())) && are_initials(letters, text, words, 0))
      return {words.front().begin, words.back().end};
  }
  return {};
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && !is_word(text[span.begin])) ++span.begin;
  while (span.begin < span.end && !is_word(text[span.end - 1]) && text[span.end - 1] != ')') --span.end;
  return span;
}

// Where a name that ends at `end` can begin at the earliest: after a stop, a bracket, a colon or a cell
// border.
std::uint32_t clause_begin(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > begin && std::string_view("().;:\t\n").find(text[at - 1]) == std::string_view::npos) --at;
  return at;
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document), text_(document.text) {}

  std::vector<Acronym> all() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (block.kind == BlockKind::furniture || block.kind == BlockKind::contents) continue;
      in_brackets(block.span);
      if (block.kind == BlockKind::table_row)
        in_row(i);
      else
        at_beginning(block);
    }
    return sorted();
  }

 private:
  void add(std::string_view letters, Span defined, Span meaning) {
    if (letters.empty() || meaning.size() == 0) return;
    defined.end = defined.begin + static_cast<std::uint32_t>(letters.size());
    found_.push_back({std::string(letters), defined, meaning});
  }

  void in_brackets(Span block) {
    for (std::size_t at = text_.find('(', block.begin); at < block.end; at = text_.find('(', at + 1)) {
      const std::size_t close = std::min(text_.find(')', at), static_cast<std::size_t>(block.end));
      const auto open = static_cast<std::uint32_t>(at);
      const Span inside = trimmed(text_, {open + 1, static_cast<std::uint32_t>(close)});
      if (inside.size() == 0) continue;
      const Span before{clause_begin(text_, block.begin, open), open};
      if (const std::string_view letters = acronym_in(slice(text_, inside)); !letters.empty())
        add(letters, inside, name_before(letters, text_, before));
      else if (const std::vector<Span> words = words_with_and(before); !words.empty())
        if (const std::string_view short_form = acronym_in(slice(text_, words.back())); !short_form.empty())
          add(short_form, words.back(), whole_name(short_form, inside));
    }
  }

  // As words_of(), where "C&YP" is one word.
  std::vector<Span> words_with_and(Span range) const {
    std::vector<Span> words = words_of(text_, range);
    for (std::size_t i = words.size(); i-- > 1;)
      if (words[i - 1].end + 1 == words[i].begin && text_[words[i - 1].end] == '&') {
        words[i - 1].end = words[i].end;
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
      }
    return words;
  }

  // All that stands in brackets, or all before its first comma.
  Span whole_name(std::string_view letters, Span inside) const {
    const std::size_t comma = slice(text_, inside).find(',');
    for (const std::size_t size : {static_cast<std::size_t>(inside.size()), comma}) {
      if (size == std::string_view::npos) continue;
      const Span name{inside.begin, inside.begin + static_cast<std::uint32_t>(size)};
      if (are_initials(letters, text_, words_of(text_, name), 0)) return name;
    }
    return {};
  }

  void at_beginning(const Block& block) {
    const std::vector<Span> words =
        words_with_and({block.span.begin, std::min(block.span.end, block.span.begin + 40)});
    if (words.empty() || words.front().begin != block.span.begin) return;
    const std::string_view letters = acronym_in(slice(text_, words.front()));
    if (letters.empty()) return;
    const Span rest{words.front().end, block.span.end};
    const Span meaning = without_link(rest);
    const bool entry = block.kind == BlockKind::glossary;
    if (meaning.size() == 0 && !entry) return;
    const Span name = name_after(letters, text_, meaning.size() == 0 ? rest : meaning);
    if (name.size() > 0)
      add(letters, words.front(), name);
    else if (entry)
      add(letters, words.front(), first_clause(meaning.size() == 0 ? rest : meaning));
  }

  // What follows the colon, dash or verb of "ABC: Full Name"; empty where there is none.
  Span without_link(Span rest) const {
    const std::string_view text = slice(text_, rest);
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    for (const std::string_view link :
         {":", "-", "=", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91", "stands for ", "means "})
      if (text.substr(first).starts_with(link))
        return {rest.begin + static_cast<std::uint32_t>(first + link.size()), rest.end};
    return {};
  }

  Span first_clause(Span span) const {
    const std::size_t end = slice(text_, span).find_first_of(".;,(\t");
    if (end != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(end);
    return trimmed(text_, span);
  }

  void in_row(std::uint32_t block) {
    const Span cells = cells_of(document_, block);
    for (std::uint32_t i = cells.begin; i + 1 < cells.end; ++i) {
      const Span left = trimmed(text_, document_.cells[i].span);
      const Span right = trimmed(text_, document_.cells[i + 1].span);
      if (const std::string_view letters = acronym_in(slice(text_, left)); !letters.empty())
        add(letters, left, name_after(letters, text_, right));
      else if (const std::string_view last = acronym_in(slice(text_, right)); !last.empty())
        if (are_initials(last, text_, words_of(text_, left), 0)) add(last, right, left);
    }
  }

  // What printings of one name share: its words without small ones and plurals.
  std::string plain_name(Span meaning) const {
    std::string name;
    for (const Span word : words_of(text_, meaning)) {
      std::string_view text = slice(text_, word);
      if (is_small_word(text)) continue;
      for (const std::string_view ending : {"\xE2\x80\x99s", "'s", "s"})
        if (text.ends_with(ending)) text.remove_suffix(ending.size());
      name += lower_ascii(text) + " ";
    }
    return name;
  }

  std::vector<Acronym> sorted() {
    const auto name = [&](const Acronym& one) { return plain_name(one.meaning); };
    std::ranges::stable_sort(found_, {},
                             [](const Acronym& one) { return std::tuple(one.letters, one.defined.begin); });
    std::vector<Acronym> kept;
    for (const Acronym& one : found_)
      if (std::ranges::none_of(kept, [&](const Acronym& other) {
            return other.letters == one.letters && name(other) == name(one);
          }))
        kept.push_back(one);
    return kept;
  }

  const Document& document_;
  std::string_view text_;
  std::vector<Acronym> found_;
};

}  // namespace

std::vector<Acronym> find_acronyms(const Document& document) { return Finder(document).all(); }

}  // namespace planmark
