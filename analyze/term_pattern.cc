#include "analyze/term_pattern.h"

#include <algorithm>

#include "analyze/pattern.h"
#include "base/ascii.h"
#include "base/format.h"

namespace planmark {
namespace {

// Lines broken at a hyphen and then joined leave "looked- after". Here and below forms are spelt out one by
// one, where [ -]{1,3} or '?s? would be shorter: the gate (analyze/pattern.h) can then look for whole words
// and terms.
constexpr std::string_view any_space = "(?: - |- | -| |-)";
constexpr std::string_view any_hyphen = "(?: - |- | -| |-|)";

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

// Longest first: among those that begin at one place the first that ends at a word's edge is taken.
std::string any_of(std::vector<std::string> forms) {
  std::sort(forms.begin(), forms.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::string pattern;
  for (const std::string& form : forms) pattern += (pattern.empty() ? "" : "|") + form;
  return forms.size() == 1 ? pattern : "(?:" + pattern + ")";
}

std::vector<std::string> plurals_of(const std::string& word, const Inflections& inflections) {
  if (const auto irregular = inflections.nouns.find(word); irregular != inflections.nouns.end())
    return irregular->second;
  const char last = word.back();
  const char before = word[word.size() - 2];
  const std::string stem = word.substr(0, word.size() - 1);
  if (last == 'y' && !is_vowel(before)) return {stem + "ies"};
  if (last == 'x' || last == 'z' || word.ends_with("ss") || word.ends_with("sh") || word.ends_with("ch"))
    return {word + "es"};
  if (last == 's') return {};
  if (last == 'f' && before != 'f') return {word + "s", stem + "ves"};
  return {word + "s"};
}

// The possessive's apostrophe may be missing, as it often is in print.
std::string noun_pattern(const std::string& word, const Inflections& inflections) {
  std::vector<std::string> forms;
  const auto add = [&](const std::string& form) {
    forms.push_back(form);
    if (form.ends_with('s')) {
      forms.push_back(form + "'");
    } else {
      forms.push_back(form + "'s");
      forms.push_back(form + "s");
    }
  };
  add(word);
  for (const std::string& plural : plurals_of(word, inflections)) add(plural);
  for (std::string& form : forms) form = quoted_pattern(form);
  return any_of(std::move(forms));
}

std::string verb_pattern(const std::string& word, const Inflections& inflections) {
  const char last = word.back();
  const char before = word[word.size() - 2];
  const std::string stem = word.substr(0, word.size() - 1);
  std::vector<std::string> forms = {word};
  if (last == 'e') {
    forms.insert(forms.end(), {word + "s", word + "d", stem + "ing"});
  } else if (last == 'y' && !is_vowel(before)) {
    forms.insert(forms.end(), {stem + "ies", stem + "ied", word + "ing"});
  } else {
    const bool hisses =
        last == 's' || last == 'x' || last == 'z' || word.ends_with("sh") || word.ends_with("ch");
    forms.insert(forms.end(), {word + (hisses ? "es" : "s"), word + "ed", word + "ing"});
    if (!is_vowel(last) && is_vowel(before) && last != 'w' && last != 'x' && last != 'y')
      forms.insert(forms.end(), {word + last + "ed", word + last + "ing"});
  }
  if (const auto irregular = inflections.verbs.find(word); irregular != inflections.verbs.end())
    forms.insert(forms.end(), irregular->second.begin(), irregular->second.end());
  return any_of(std::move(forms));
}

// A stretch of a term without spaces and hyphens.
std::string part_pattern(std::string_view written, const Inflections& inflections) {
  std::string word = lower_ascii(written);
  const bool verb = word.size() > 2 && word.ends_with('~');
  if (verb) word.pop_back();
  if (word == "and" || word == "&") return "(?:and|&)";
  const bool fixed = std::binary_search(inflections.unchanged.begin(), inflections.unchanged.end(), word);
  if (word.size() < 3 || fixed || !is_plain_word(word)) {
    std::string pattern;
    for (const char c : word) pattern += c == '\'' ? "'?" : quoted_pattern({&c, 1});
    return is_plain_word(word) || word.find('\'') != std::string::npos ? pattern : quoted_pattern(word);
  }
  return verb ? verb_pattern(word, inflections) : noun_pattern(word, inflections);
}

template <class PartPattern>
std::string joined(std::string_view term, PartPattern part) {
  std::string pattern;
  while (!term.empty()) {
    const std::size_t end = term.find_first_of(" -");
    if (end != 0) pattern += part(term.substr(0, end));
    if (end == std::string_view::npos) break;
    const std::size_t next = term.find_first_not_of(" -", end);
    const std::string_view gap = term.substr(end, next == std::string_view::npos ? next : next - end);
    if (next != std::string_view::npos && end != 0) pattern += gap == "-" ? any_hyphen : any_space;
    term.remove_prefix(end + gap.size());
  }
  return pattern;
}

}  // namespace

bool has_letter_or_digit(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
  });
}

std::string term_pattern(std::string_view term, const Inflections& inflections) {
  return joined(term, [&](std::string_view part) { return part_pattern(part, inflections); });
}

std::string exact_term_pattern(std::string_view term) {
  return joined(term, [](std::string_view part) { return quoted_pattern(part); }) + "(?:'s|s|)";
}

}  // namespace planmark
