#include "analyze/pattern_gate.h"

#include <algorithm>
#include <string>

namespace planmark {
namespace {

std::vector<std::string> atoms_of(const std::vector<std::vector<AtomChoice>>& required) {
  std::vector<std::string> atoms;
  for (const auto& choices : required)
    for (const AtomChoice& choice : choices) atoms.insert(atoms.end(), choice.begin(), choice.end());
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  return atoms;
}

std::vector<std::uint32_t> numbers_of(const AtomChoice& choice, const std::vector<std::string>& atoms) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& atom : choice)
    numbers.push_back(
        static_cast<std::uint32_t>(std::lower_bound(atoms.begin(), atoms.end(), atom) - atoms.begin()));
  return numbers;
}

}  // namespace

PatternGate::PatternGate(const std::vector<std::vector<AtomChoice>>& required)
    : PatternGate(atoms_of(required), required) {}

PatternGate::PatternGate(const std::vector<std::string>& atoms,
                         const std::vector<std::vector<AtomChoice>>& required)
    : search_(atoms), opens_(atoms.size()), others_(required.size()) {
  for (std::uint32_t pattern = 0; pattern < required.size(); ++pattern) {
    const std::vector<AtomChoice>& choices = required[pattern];
    if (choices.empty()) {
      always_.push_back(pattern);
      continue;
    }
    for (const std::uint32_t atom : numbers_of(choices.front(), atoms)) opens_[atom].push_back(pattern);
    for (std::size_t i = 1; i < choices.size(); ++i)
      others_[pattern].push_back(numbers_of(choices[i], atoms));
  }
}

PatternGate::Pass::Pass(const PatternGate& gate)
    : gate_(gate), atom_met_(gate.opens_.size(), 0), pattern_met_(gate.others_.size(), 0) {}

bool PatternGate::Pass::has_all(std::uint32_t pattern) const {
  const auto met = [&](std::uint32_t atom) { return atom_met_[atom] == number_; };
  const auto has_one = [&](const Numbers& choice) { return std::any_of(choice.begin(), choice.end(), met); };
  const std::vector<Numbers>& choices = gate_.others_[pattern];
  return std::all_of(choices.begin(), choices.end(), has_one);
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
