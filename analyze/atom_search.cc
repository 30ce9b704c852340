#include "analyze/atom_search.h"

#include <algorithm>
#include <queue>

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
  found_.emplace_back();
  for (std::uint32_t index = 0; index < atoms.size(); ++index) add(index, atoms[index]);
  link_suffixes();
  for (const auto& found : found_) finds_any_.push_back(found.empty() ? 0 : 1);
}

void AtomSearch::add(std::uint32_t index, const std::string& atom) {
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (atom.empty() || std::any_of(atom.begin(), atom.end(), beyond_ascii)) {
    everywhere_.push_back(index);
    return;
  }
  std::uint32_t state = 0;
  for (const char c : atom) {
    const std::uint8_t symbol = symbols_[static_cast<unsigned char>(c)];
    if (next(state, symbol) == 0) {
      next(state, symbol) = static_cast<std::uint32_t>(found_.size());
      found_.emplace_back();
      next_.resize(next_.size() + symbol_count_, 0);
    }
    state = next(state, symbol);
  }
  found_[state].push_back(index);
}

// Breadth first, so that what a state falls back to is finished before the state is.
void AtomSearch::link_suffixes() {
  std::queue<std::uint32_t> waiting;
  std::vector<std::uint32_t> shorter(found_.size(), 0);
  for (std::size_t symbol = 1; symbol < symbol_count_; ++symbol)
    if (next(0, symbol) != 0) waiting.push(next(0, symbol));
  for (; !waiting.empty(); waiting.pop()) {
    const std::uint32_t state = waiting.front();
    const Indices& inherited = found_[shorter[state]];
    found_[state].insert(found_[state].end(), inherited.begin(), inherited.end());
    for (std::size_t symbol = 1; symbol < symbol_count_; ++symbol) {
      std::uint32_t& child = next(state, symbol);
      if (child == 0) {
        child = next(shorter[state], symbol);
      } else {
        shorter[child] = next(shorter[state], symbol);
        waiting.push(child);
      }
    }
  }
}

}  // namespace planmark
