// Positions in characters for formats that count them so: Unicode code points from 0, where planmark counts
// bytes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace planmark {

// Of one text, which must live as long. A line end is one character, as it is one byte here.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // How many characters stand before the byte. Requires: it is on a character's boundary.
  std::size_t before(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> marks_;  // characters before every 1024th byte
};

// At most `most` characters before, or from, the byte; whole characters.
std::string_view characters_before(std::string_view text, std::size_t byte, std::size_t most);
std::string_view characters_from(std::string_view text, std::size_t byte, std::size_t most);

}  // namespace planmark
