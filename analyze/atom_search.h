// Which of many short strings occur in a text: Aho-Corasick, one pass, ASCII letters of either case taken as
// equal.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/number_lists.h"

namespace planmark {

class AtomSearch {
 public:
  // Atoms are in lower case. An atom with bytes outside ASCII is taken to occur everywhere: case folding
  // outside ASCII is the pattern engine's business.
  explicit AtomSearch(const std::vector<std::string>& atoms);

  // Calls visit(index) at each place of `text` where an atom ends, and once for one that occurs everywhere.
  template <class Visit>
  void visit(std::string_view text, Visit visit) const {
    for (const std::uint32_t index : everywhere_) visit(index);
    std::uint32_t state = 0;
    for (const char c : text) {
      state = next_[state * symbol_count_ + symbols_[static_cast<unsigned char>(c)]];
      if (finds_any_[state] == 0) continue;
      for (std::uint32_t hit = hit_[state]; hit != 0; hit = shorter_hit_[hit])
        for (const std::uint32_t index : own_[hit]) visit(index);
    }
  }

 private:
  void number_symbols(const std::vector<std::string>& atoms);
  void make_states(const std::vector<std::string>& atoms, const std::vector<std::uint32_t>& in_order);
  void add_state(std::uint32_t longest_suffix, bool spells_an_atom);

  std::array<std::uint8_t, 256> symbols_{};  // of bytes; 0 for a byte that no atom holds
  std::size_t symbol_count_ = 1;
  std::vector<std::uint32_t> next_;  // by state and symbol
  NumberLists own_;                  // by state: the atoms that it spells
  std::vector<std::uint32_t> hit_;   // by state: the longest of it and its suffixes that spells an atom, or 0
  std::vector<std::uint32_t> shorter_hit_;  // by state: the same of its suffixes alone
  std::vector<std::uint8_t> finds_any_;     // by state: hit_ is not 0; small enough to stay in the cache
  std::vector<std::uint32_t> everywhere_;
};

}  // namespace planmark
