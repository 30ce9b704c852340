#include "analyze/atom_search.h"

#include <algorithm>
#include <queue>

namespace planmark {
namespace {

// Symbol 0 is for bytes that no atom holds.
std::array<std::uint8_t, 256> symbols_of(const std::vector<std::string>& atoms, std::size_t limit) {
  std::array<std::uint8_t, 256> symbols{};
  std::uint8_t used = 0;
  for (const std::string& atom : atoms) {
    for (const char c : atom) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && symbols[byte] == 0 && used + 1u < limit) symbols[byte] = ++used;
    }
  }
  for (unsigned char c = 'a'; c <= 'z'; ++c) symbols[c - 'a' + 'A'] = symbols[c];
  return symbols;
}

}  // namespace

AtomSearch::AtomSearch(const std::vector<std::string>& atoms) : symbols_(symbols_of(atoms, alphabet_size)) {
  states_.emplace_back();
  for (int index = 0; index < static_cast<int>(atoms.size()); ++index) {
    const std::string& atom = atoms[static_cast<std::size_t>(index)];
    const auto unknown = [&](char c) { return symbols_[static_cast<unsigned char>(c)] == 0; };
    if (atom.empty() || std::any_of(atom.begin(), atom.end(), unknown)) {
      everywhere_.push_back(index);
      continue;
    }
    std::uint32_t state = 0;
    for (const char c : atom) {
      const std::uint8_t symbol = symbols_[static_cast<unsigned char>(c)];
      if (states_[state].next[symbol] == 0) {
        states_[state].next[symbol] = static_cast<std::uint32_t>(states_.size());
        states_.emplace_back();
      }
      state = states_[state].next[symbol];
    }
    states_[state].found.push_back(index);
  }
  std::queue<std::uint32_t> waiting;
  std::vector<std::uint32_t> fallback(states_.size(), 0);
  for (const std::uint32_t child : states_[0].next)
    if (child != 0) waiting.push(child);
  for (; !waiting.empty(); waiting.pop()) {
    const std::uint32_t state = waiting.front();
    const State& shorter = states_[fallback[state]];
    states_[state].found.insert(states_[state].found.end(), shorter.found.begin(), shorter.found.end());
    for (std::size_t symbol = 1; symbol < alphabet_size; ++symbol) {
      std::uint32_t& child = states_[state].next[symbol];
      if (child == 0) {
        child = shorter.next[symbol];
      } else {
        fallback[child] = shorter.next[symbol];
        waiting.push(child);
      }
    }
  }
}

std::vector<int> AtomSearch::occurring(std::string_view text) const {
  std::vector<int> found = everywhere_;
  std::uint32_t state = 0;
  for (const char c : text) {
    state = states_[state].next[symbols_[static_cast<unsigned char>(c)]];
    found.insert(found.end(), states_[state].found.begin(), states_[state].found.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace planmark
