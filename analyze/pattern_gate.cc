#include "analyze/pattern_gate.h"

#include <algorithm>
#include <string>

namespace planmark {
namespace {

// One atom of one choice of a pattern.
struct Entry {
  std::uint64_t front;  // the atom's first bytes as a number, by which most atoms can be told apart at once
  std::string_view atom;
  std::uint32_t pattern, choice;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

std::uint64_t front_of(std::string_view atom) {
  std::uint64_t front = 0;
  for (std::size_t i = 0; i < sizeof front; ++i)
    front = front << 8 | (i < atom.size() ? static_cast<unsigned char>(atom[i]) : 0);
  return front;
}

std::vector<Entry> entries_of(const std::vector<const std::vector<AtomChoice>*>& required) {
  std::vector<Entry> entries;
  for (std::uint32_t pattern = 0; pattern < required.size(); ++pattern)
    for (std::uint32_t choice = 0; choice < required[pattern]->size(); ++choice)
      for (const std::string& atom : (*required[pattern])[choice])
        entries.push_back({front_of(atom), atom, pattern, choice});
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<std::string> atoms_of(const std::vector<Entry>& entries) {
  std::vector<std::string> atoms;
  for (const Entry& entry : entries)
    if (atoms.empty() || atoms.back() != entry.atom) atoms.emplace_back(entry.atom);
  return atoms;
}

}  // namespace

PatternGate::PatternGate(const std::vector<const std::vector<AtomChoice>*>& required)
    : search_({}), first_choice_(required.size() + 1, 0) {
  for (std::uint32_t pattern = 0; pattern < required.size(); ++pattern) {
    const auto choices = static_cast<std::uint32_t>(required[pattern]->size());
    if (choices == 0) always_.push_back(pattern);
    first_choice_[pattern + 1] = first_choice_[pattern] + (choices == 0 ? 0 : choices - 1);
  }
  const std::vector<Entry> entries = entries_of(required);
  const std::vector<std::string> atoms = atoms_of(entries);
  search_ = AtomSearch(atoms);
  std::vector<NumberLists::Member> opens, others;
  std::uint32_t number = 0;
  for (const Entry& entry : entries) {
    if (atoms[number] != entry.atom) ++number;
    if (entry.choice == 0)
      opens.emplace_back(number, entry.pattern);
    else
      others.emplace_back(first_choice_[entry.pattern] + entry.choice - 1, number);
  }
  opens_ = NumberLists(atoms.size(), opens);
  others_ = NumberLists(first_choice_.back(), others);
}

PatternGate::Pass::Pass(const PatternGate& gate)
    : gate_(gate), atom_met_(gate.opens_.size(), 0), pattern_met_(gate.first_choice_.size() - 1, 0) {}

bool PatternGate::Pass::has_all(std::uint32_t pattern) const {
  const auto met = [&](std::uint32_t atom) { return atom_met_[atom] == number_; };
  for (std::uint32_t choice = gate_.first_choice_[pattern]; choice < gate_.first_choice_[pattern + 1];
       ++choice)
    if (std::ranges::none_of(gate_.others_[choice], met)) return false;
  return true;
}

std::vector<std::uint32_t> PatternGate::Pass::may_match(std::string_view text) {
  if (++number_ == 0) {  // all numbers have been used: what was met long ago must not seem met now
    std::fill(atom_met_.begin(), atom_met_.end(), 0);
    std::fill(pattern_met_.begin(), pattern_met_.end(), 0);
    number_ = 1;
  }
  std::vector<std::uint32_t> open;
  gate_.search_.visit(text, [&](std::uint32_t atom) {
    if (atom_met_[atom] == number_) return;
    atom_met_[atom] = number_;
    for (const std::uint32_t pattern : gate_.opens_[atom]) {
      if (pattern_met_[pattern] == number_) continue;
      pattern_met_[pattern] = number_;
      open.push_back(pattern);
    }
  });
  std::erase_if(open, [&](std::uint32_t pattern) { return !has_all(pattern); });
  open.insert(open.end(), gate_.always_.begin(), gate_.always_.end());
  std::sort(open.begin(), open.end());
  return open;
}

}  // namespace planmark
