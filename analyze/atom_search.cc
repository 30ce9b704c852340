#include "analyze/atom_search.h"

#include <algorithm>

namespace planmark {

AtomSearch::AtomSearch(const std::vector<std::string>& atoms) {
  for (const std::string& atom : atoms) {
    for (const char c : atom) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && symbols_[byte] == 0) symbols_[byte] = static_cast<std::uint8_t>(symbol_count_++);
    }
  }
  for (unsigned char c = 'a'; c <= 'z'; ++c) symbols_[c - 'a' + 'A'] = symbols_[c];
  std::size_t most_states = 1;
  for (const std::string& atom : atoms) most_states += atom.size();
  next_.reserve(most_states * symbol_count_);
  next_.assign(symbol_count_, 0);
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  std::vector<NumberLists::Member> ends;
  for (std::uint32_t index = 0; index < atoms.size(); ++index) {
    const std::string& atom = atoms[index];
    if (atom.empty() || std::ranges::any_of(atom, beyond_ascii))
      everywhere_.push_back(index);
    else
      ends.emplace_back(state_of(atom), index);
  }
  own_ = NumberLists(next_.size() / symbol_count_, ends);
  link_suffixes();
}

std::uint32_t AtomSearch::state_of(const std::string& atom) {
  std::uint32_t state = 0;
  for (const char c : atom) {
    const std::uint8_t symbol = symbols_[static_cast<unsigned char>(c)];
    if (next(state, symbol) == 0) {
      next(state, symbol) = static_cast<std::uint32_t>(next_.size() / symbol_count_);
      next_.resize(next_.size() + symbol_count_, 0);
    }
    state = next(state, symbol);
  }
  return state;
}

// Breadth first, so that what a state falls back to is finished before the state is.
void AtomSearch::link_suffixes() {
  const std::size_t states = next_.size() / symbol_count_;
  hit_.assign(states, 0);
  shorter_hit_.assign(states, 0);
  finds_any_.assign(states, 0);
  std::vector<std::uint32_t> shorter(states, 0), waiting;
  waiting.reserve(states);
  for (std::size_t symbol = 1; symbol < symbol_count_; ++symbol)
    if (next(0, symbol) != 0) waiting.push_back(next(0, symbol));
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const std::uint32_t state = waiting[i];
    shorter_hit_[state] = hit_[shorter[state]];
    hit_[state] = own_[state].empty() ? shorter_hit_[state] : state;
    finds_any_[state] = hit_[state] != 0;
    for (std::size_t symbol = 1; symbol < symbol_count_; ++symbol) {
      std::uint32_t& child = next(state, symbol);
      if (child == 0) {
        child = next(shorter[state], symbol);
      } else {
        shorter[child] = next(shorter[state], symbol);
        waiting.push_back(child);
      }
    }
  }
}

}  // namespace planmark
