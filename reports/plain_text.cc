#include "reports/plain_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace planmark {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

bool is_dropped(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                         (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0xFEFF;
}

// Byte after the first `columns` characters from `at`.
std::size_t after_columns(std::string_view text, std::size_t at, std::size_t columns) {
  for (; columns > 0 && at < text.size(); --columns) at += decode_at(text, at).size;
  return at;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    if (is_space(c.value)) {
      space = true;
    } else if (!is_dropped(c.value)) {
      if (space && !line.empty()) line += ' ';
      space = false;
      append_utf8(line, c.value);
    }
  }
  return line;
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t fit = after_columns(text, 0, width);
    if (fit == text.size()) {
      lines.emplace_back(text);
      break;
    }
    const std::size_t space = text[fit] == ' ' ? fit : text.substr(0, fit).rfind(' ');
    const bool at_space = space != std::string_view::npos && space > 0;
    lines.emplace_back(text.substr(0, at_space ? space : fit));
    text.remove_prefix(at_space ? space + 1 : fit);
  }
  return lines;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns_of(text) <= width) return std::string(text);
  return std::string(text.substr(0, after_columns(text, 0, width - 1))) + "…";
}

}  // namespace planmark
