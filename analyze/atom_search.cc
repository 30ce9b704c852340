#include "analyze/atom_search.h"

#include <algorithm>

namespace planmark {
namespace {

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// A state while the states are made: the atoms that begin with what it spells, a range of all in their order,
// and the state of its longest suffix.
struct Prefix {
  std::size_t begin, end;
  std::size_t length;
  std::uint32_t longest_suffix;
};

}  // namespace

AtomSearch::AtomSearch(const std::vector<std::string>& atoms) {
  number_symbols(atoms);
  std::vector<std::uint32_t> in_order;
  for (std::uint32_t index = 0; index < atoms.size(); ++index) {
    const std::string& atom = atoms[index];
    (atom.empty() || std::ranges::any_of(atom, is_beyond_ascii) ? everywhere_ : in_order).push_back(index);
  }
  const auto text = [&](std::uint32_t index) -> const std::string& { return atoms[index]; };
  if (!std::ranges::is_sorted(in_order, {}, text)) std::ranges::stable_sort(in_order, {}, text);
  make_states(atoms, in_order);
}

void AtomSearch::number_symbols(const std::vector<std::string>& atoms) {
  for (const std::string& atom : atoms) {
    for (const char c : atom) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80 && symbols_[byte] == 0) symbols_[byte] = static_cast<std::uint8_t>(symbol_count_++);
    }
  }
  for (unsigned char c = 'a'; c <= 'z'; ++c) symbols_[c - 'a' + 'A'] = symbols_[c];
}

// A state after those with shorter texts, so that what it falls back to is finished before it is, and each is
// written once, beside the one before.
void AtomSearch::make_states(const std::vector<std::string>& atoms,
                             const std::vector<std::uint32_t>& in_order) {
  std::size_t most_states = 1;
  for (const std::uint32_t index : in_order) most_states += atoms[index].size();
  next_.reserve(most_states * symbol_count_);
  std::vector<NumberLists::Member> spelt;
  std::vector<Prefix> prefixes = {{0, in_order.size(), 0, 0}};
  for (std::uint32_t state = 0; state < prefixes.size(); ++state) {
    const Prefix prefix = prefixes[state];
    std::size_t first = prefix.begin;
    for (; first < prefix.end && atoms[in_order[first]].size() == prefix.length; ++first)
      spelt.emplace_back(state, in_order[first]);
    add_state(prefix.longest_suffix, first > prefix.begin);
    while (first < prefix.end) {
      const char c = atoms[in_order[first]][prefix.length];
      std::size_t last = first + 1;
      while (last < prefix.end && atoms[in_order[last]][prefix.length] == c) ++last;
      std::uint32_t& next = next_[state * symbol_count_ + symbols_[static_cast<unsigned char>(c)]];
      prefixes.push_back({first, last, prefix.length + 1, next});
      next = static_cast<std::uint32_t>(prefixes.size() - 1);
      first = last;
    }
  }
  own_ = NumberLists(prefixes.size(), spelt);
}

// What follows it is what follows its longest suffix, where no longer text does.
void AtomSearch::add_state(std::uint32_t longest_suffix, bool spells_an_atom) {
  const std::size_t state = hit_.size();
  next_.resize(next_.size() + symbol_count_, 0);
  const auto row = [&](std::size_t of) {
    return next_.begin() + static_cast<std::ptrdiff_t>(of * symbol_count_);
  };
  if (state != 0) std::copy_n(row(longest_suffix), symbol_count_, row(state));
  shorter_hit_.push_back(state == 0 ? 0 : hit_[longest_suffix]);
  hit_.push_back(spells_an_atom ? static_cast<std::uint32_t>(state) : shorter_hit_.back());
  finds_any_.push_back(hit_.back() != 0);
}

}  // namespace planmark
