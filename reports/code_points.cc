#include "reports/code_points.h"

#include <algorithm>

#include "base/utf8.h"

namespace planmark {
namespace {

constexpr std::size_t step = 1024;

std::size_t count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at <= text.size(); at += step) {
    marks_.push_back(characters);
    characters += count(text.substr(at, step));
  }
}

std::size_t CodePoints::before(std::size_t byte) const {
  const std::size_t mark = byte / step;
  return marks_[mark] + count(text_.substr(mark * step, byte - mark * step));
}

std::string_view characters_before(std::string_view text, std::size_t byte, std::size_t most) {
  std::size_t begin = byte;
  for (; most > 0 && begin > 0; --most) do
      --begin;
    while (begin > 0 && !on_character_boundary(text, begin));
  return text.substr(begin, byte - begin);
}

std::string_view characters_from(std::string_view text, std::size_t byte, std::size_t most) {
  std::size_t end = byte;
  for (; most > 0 && end < text.size(); --most) do
      ++end;
    while (!on_character_boundary(text, end));
  return text.substr(byte, end - byte);
}

}  // namespace planmark
