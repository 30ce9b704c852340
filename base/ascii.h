// Letters of ASCII, whatever the locale; all other bytes are left as they are.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lower_ascii(c);
  return lower;
}

}  // namespace planmark
