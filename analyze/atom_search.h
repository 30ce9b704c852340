// Which of many short strings occur in a text: Aho-Corasick, one pass, ASCII letters of either case taken as
// equal.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

class AtomSearch {
 public:
  // Atoms are in lower case. An atom with bytes outside ASCII is taken to occur everywhere: case folding
  // outside ASCII is the pattern engine's business.
  explicit AtomSearch(const std::vector<std::string>& atoms);

  // Indices of the atoms that occur in `text`, ascending.
  std::vector<int> occurring(std::string_view text) const;

 private:
  // Enough for every letter, digit and mark that atoms hold. An atom with a byte beyond it occurs everywhere.
  static constexpr std::size_t alphabet_size = 64;
  struct State {
    std::array<std::uint32_t, alphabet_size> next{};
    std::vector<int> found;  // atoms that end here, those of shorter suffixes included
  };
  std::array<std::uint8_t, 256> symbols_{};
  std::vector<State> states_;
  std::vector<int> everywhere_;
};

}  // namespace planmark
