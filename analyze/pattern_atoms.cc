#include "analyze/pattern_atoms.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/ascii.h"

namespace planmark {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t most_spelt = 12;    // texts that are spelt out before a run is cut in two
constexpr std::size_t most_members = 10;  // of a class that is spelt out
constexpr std::size_t most_choices = 3;   // kept of one pattern
constexpr std::size_t longest_atom = 10;  // bytes: more would make the search large and hardly more telling

void put_in_order(AtomChoice& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

constexpr double everywhere = 100;

// How many of them a sentence holds, roughly: by the length of each.
double commonness(const AtomChoice& choice) {
  constexpr double digit = 0.05, by_length[] = {everywhere, everywhere, 0.15, 0.03, 0.01, 0.005};
  double sum = 0;
  for (const std::string& atom : choice) {
    const bool is_letter = atom[0] == ' ' || (atom[0] >= 'a' && atom[0] <= 'z');
    sum += atom.size() == 1 && !is_letter ? digit : by_length[std::min<std::size_t>(atom.size(), 5)];
  }
  return sum;
}

// A text that holds another says no more than that one.
AtomChoice reduced(AtomChoice choice) {
  for (std::string& text : choice) text.resize(std::min(text.size(), longest_atom));
  put_in_order(choice);
  AtomChoice kept;
  for (const std::string& text : choice)
    if (std::none_of(choice.begin(), choice.end(), [&](const std::string& other) {
          return &other != &text && text.find(other) != std::string::npos;
        }))
      kept.push_back(text);
  return kept;
}

// What is known of a node: all the texts that it matches, or else choices of what must be there.
struct Known {
  bool whole = false;
  AtomChoice texts;  // where `whole`
  std::vector<AtomChoice> required;
};

void require(std::vector<AtomChoice>& required, const AtomChoice& texts) {
  const bool says_nothing =
      texts.empty() ||
      std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); });
  if (!says_nothing) required.push_back(reduced(texts));
}

std::vector<AtomChoice> choices_of(const Known& known) {
  if (!known.whole) return known.required;
  std::vector<AtomChoice> required;
  require(required, known.texts);
  return required;
}

const AtomChoice* best_of(const std::vector<AtomChoice>& choices) {
  const auto best = std::min_element(
      choices.begin(), choices.end(),
      [](const AtomChoice& a, const AtomChoice& b) { return commonness(a) < commonness(b); });
  return best == choices.end() ? nullptr : &*best;
}

Known known_of(const PatternNode& node);

Known known_of_characters(const CharacterSet& set) {
  Known known;
  if (!set.is_ascii() || set.ascii.count() > 2 * most_members) return known;  // two: a letter in either case
  for (std::size_t c = set.ascii._Find_first(); c < set.ascii.size(); c = set.ascii._Find_next(c))
    known.texts.emplace_back(1, lower_ascii(static_cast<char>(c)));
  put_in_order(known.texts);
  known.whole = !known.texts.empty() && known.texts.size() <= most_members;
  return known;
}

// The letter, in lower case, where the node is one letter in either case or a single character.
std::optional<char> letter_of(const PatternNode& node) {
  const auto members = node.kind == Kind::characters ? node.characters.one_or_two() : std::nullopt;
  if (!members) return std::nullopt;
  const char letter = lower_ascii(members->first);
  const bool is_one = lower_ascii(members->second) == letter;
  return is_one ? std::optional(letter) : std::nullopt;
}

AtomChoice crossed(const AtomChoice& first, const AtomChoice& second) {
  AtomChoice all;
  for (const std::string& a : first)
    for (const std::string& b : second) all.push_back(a + b);
  return all;
}

// Neighbours are spelt out together as far as that stays small: "looked" and "after" as one.
Known known_of_sequence(const PatternNode& node) {
  Known known;
  AtomChoice run = {""};
  bool cut = false;
  for (const PatternNode& part : node.parts) {
    if (const auto letter = letter_of(part)) {  // nearly always
      for (std::string& text : run) text += *letter;
      continue;
    }
    Known next = known_of(part);
    if (next.whole && run.size() * next.texts.size() <= most_spelt) {
      run = crossed(run, next.texts);
      continue;
    }
    cut = true;
    require(known.required, run);
    run = next.whole ? std::move(next.texts) : AtomChoice{""};
    if (!next.whole)
      std::move(next.required.begin(), next.required.end(), std::back_inserter(known.required));
  }
  if (cut) {
    require(known.required, run);
    return known;
  }
  known.whole = true;
  known.texts = std::move(run);
  return known;
}

Known known_of_choice(const PatternNode& node) {
  Known known;
  std::vector<Known> parts;
  for (const PatternNode& part : node.parts) parts.push_back(known_of(part));
  known.whole = std::all_of(parts.begin(), parts.end(), [](const Known& part) { return part.whole; });
  AtomChoice any;
  for (const Known& part : parts) {
    if (known.whole) {
      any.insert(any.end(), part.texts.begin(), part.texts.end());
      continue;
    }
    const std::vector<AtomChoice> choices = choices_of(part);
    const AtomChoice* best = best_of(choices);
    if (best == nullptr) return known;
    any.insert(any.end(), best->begin(), best->end());
  }
  put_in_order(any);
  if (known.whole)
    known.texts = std::move(any);
  else
    require(known.required, any);
  return known;
}

Known known_of_repeat(const PatternNode& node) {
  Known part = known_of(node.parts.front());
  if (node.least == 0 && node.most == 1 && part.whole) {
    part.texts.emplace_back();
    return part;
  }
  Known known;
  if (node.least > 0) known.required = choices_of(part);
  return known;
}

Known known_of(const PatternNode& node) {
  switch (node.kind) {
    case Kind::characters:
      return known_of_characters(node.characters);
    case Kind::sequence:
      return known_of_sequence(node);
    case Kind::choice:
      return known_of_choice(node);
    case Kind::repeat:
      return known_of_repeat(node);
    default:
      return {true, {""}, {}};
  }
}

}  // namespace

std::vector<AtomChoice> required_atoms(const PatternNode& tree) {
  std::vector<AtomChoice> choices = choices_of(known_of(tree));
  std::erase_if(choices, [](const AtomChoice& choice) { return commonness(choice) >= everywhere; });
  std::stable_sort(choices.begin(), choices.end(),
                   [](const AtomChoice& a, const AtomChoice& b) { return commonness(a) < commonness(b); });
  if (choices.size() > most_choices) choices.resize(most_choices);
  return choices;
}

}  // namespace planmark
